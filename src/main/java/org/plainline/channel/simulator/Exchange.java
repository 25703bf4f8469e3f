package org.plainline.channel.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One webhook for the curious: what was asked and what came back.
 *
 * @param url as the carrier calls it from the outside
 * @param status of the answer; 0 when there was none
 * @param type content type of the answer; empty when there was none
 * @param answer its body, usually TwiML
 * @param notes what Twilio's debugger would say about it
 */
record Exchange(
        String method,
        String url,
        Map<String, String> parameters,
        int status,
        String type,
        String answer,
        List<String> notes) {
    Exchange with(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new Exchange(method, url, parameters, status, type, answer, List.copyOf(all));
    }

    boolean answered() {
        return status >= 200 && status < 300;
    }
}
