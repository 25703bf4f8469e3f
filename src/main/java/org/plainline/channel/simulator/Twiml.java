package org.plainline.channel.simulator;

import java.util.List;

/**
 * What a webhook answered.
 *
 * @param warnings what Twilio would complain about in its debugger and otherwise skip
 */
record Twiml(List<Verb> verbs, List<String> warnings) {}
