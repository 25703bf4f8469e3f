package org.plainline.voiceflow;

import java.nio.file.Path;

/**
 * Something in a flow that could leave a caller stuck.
 *
 * @param line counted from 1
 */
public record FlowMistake(Path file, int line, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ": flow: " + message;
    }
}
