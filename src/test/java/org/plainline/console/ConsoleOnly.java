package org.plainline.console;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** The caseworker's side of the service: no channel, no knowledge, no model. */
@EnableAutoConfiguration
@ComponentScan({
    "org.plainline.storage",
    "org.plainline.resident",
    "org.plainline.staff",
    "org.plainline.referral",
    "org.plainline.console"
})
@ComponentScan(
        basePackages = "org.plainline",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "org\\.plainline\\.PlainlineConfiguration",
                            "org\\.plainline\\.channel\\.twilio\\.OutboxDeliveries",
                            "org\\.plainline\\.conversation\\.(HelpRequestStore|ConversationStore|StoredTranscripts)"
                        }))
class ConsoleOnly {}
