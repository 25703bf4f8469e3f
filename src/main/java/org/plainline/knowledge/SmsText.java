package org.plainline.knowledge;

/** How an article reads as a text message; whoever renders answers knows. */
public interface SmsText {
    /** The whole message, with who speaks, the source and the way on. */
    String of(Article article);
}
