package org.plainline.channel.simulator;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** On when nobody has configured a Twilio account, unless {@code plainline.simulator.enabled} says otherwise. */
final class SimulatorSwitch implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isOn(context.getEnvironment());
    }

    static boolean isOn(Environment environment) {
        String enabled = environment.getProperty("plainline.simulator.enabled");
        return StringUtils.hasText(enabled)
                ? Boolean.parseBoolean(enabled.strip())
                : !StringUtils.hasText(environment.getProperty("plainline.twilio.account-sid"));
    }
}
