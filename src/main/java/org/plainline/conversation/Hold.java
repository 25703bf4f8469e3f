package org.plainline.conversation;

/** Whether a talk is kept from everybody else while its next turn is thought about. */
enum Hold {
    NONE,
    UNTIL_COMMIT
}
