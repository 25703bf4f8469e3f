/** The residents' page and its chat. */
@NullMarked
package org.plainline.channel.chat;

import org.jspecify.annotations.NullMarked;
