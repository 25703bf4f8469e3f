package org.plainline.console;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** The staff's side of the service and what it looks into: no channel. */
@EnableAutoConfiguration
@ComponentScan({
    "org.plainline.storage",
    "org.plainline.resident",
    "org.plainline.knowledge",
    "org.plainline.answering",
    "org.plainline.voiceflow",
    "org.plainline.conversation",
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
                            "org\\.plainline\\.channel\\.twilio\\.OutboxDeliveries"
                        }))
class ConsoleOnly {}
