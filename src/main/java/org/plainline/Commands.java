package org.plainline;

import org.plainline.channel.twilio.ConnectCommand;
import org.plainline.channel.twilio.PublicAddress;
import org.plainline.channel.twilio.TwilioSettings;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands of the terminal; those that need settings get them without a service or a database. */
final class Commands implements IFactory {
    @EnableConfigurationProperties({TwilioSettings.class, PublicAddress.class})
    static class SettingsOnly {}

    @Override
    public <K> K create(Class<K> kind) throws Exception {
        if (kind != ConnectCommand.class) {
            return CommandLine.defaultFactory().create(kind);
        }
        try (var settings = run(SettingsOnly.class)) {
            return kind.cast(
                    new ConnectCommand(settings.getBean(TwilioSettings.class), settings.getBean(PublicAddress.class)));
        }
    }

    /** A context with nothing but these beans, quiet, and without a web server. */
    static ConfigurableApplicationContext run(Class<?> beans) {
        return new SpringApplicationBuilder(beans)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run("--logging.level.root=error", "--logging.file.name=");
    }
}
