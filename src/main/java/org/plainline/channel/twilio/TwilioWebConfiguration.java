package org.plainline.channel.twilio;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

@Configuration(proxyBeanMethods = false)
class TwilioWebConfiguration implements WebFluxConfigurer {
    private final TwilioWebhooks webhooks;

    TwilioWebConfiguration(TwilioWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(webhooks);
    }
}
