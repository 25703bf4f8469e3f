package org.plainline.channel.simulator;

import com.twilio.security.RequestValidator;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.plainline.channel.twilio.PublicAddress;
import org.plainline.channel.twilio.TwilioAccount;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * The simulator with a database and a service of three sentences. It carries no stereotype and its service is in a
 * profile of its own: the whole service, started from the same class path, must not find them.
 */
@EnableAutoConfiguration
@EnableScheduling
@EnableConfigurationProperties(PublicAddress.class)
@ComponentScan({"org.plainline.channel.simulator", "org.plainline.storage"})
@Import(HandsetApplication.ShortService.class)
class HandsetApplication {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    RandomGenerator random() {
        return RandomGenerator.of("SecureRandom");
    }

    @Bean
    SecurityWebFilterChain open(ServerHttpSecurity http) {
        return http.csrf(CsrfSpec::disable)
                .authorizeExchange(all -> all.anyExchange().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                                + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")))
                .build();
    }

    /** Says a few sentences to whoever is signed as Twilio would sign. */
    @RestController
    @Profile("short-service")
    static class ShortService {
        private static final String MENU = """
                <Response><Gather input="dtmf speech" numDigits="1" timeout="8" finishOnKey="" language="cmn-Hans-CN"
                  actionOnEmptyResult="true" action="/twilio/voice/1">
                <Say language="cmn-CN">您好，这里是明白线。您想问什么？请直接说。</Say><Pause length="1"/>
                <Say language="en-US">For English, press 2.</Say>
                <Say language="cmn-CN">找人帮忙，请按 0。</Say></Gather></Response>""";
        private static final String ANSWER = """
                <Response><Gather input="dtmf speech" numDigits="1" timeout="8" finishOnKey="" language="cmn-Hans-CN"
                  actionOnEmptyResult="true" action="/twilio/voice/1">
                <Say language="cmn-CN">{heard}</Say><Say language="cmn-CN"><prosody rate="80%">家里每个人每个月的钱不多，就可以申请低保。</prosody></Say>
                <Pause length="1"/><Say language="cmn-CN">再听一遍，请按星号。找人帮忙，请按 0。</Say></Gather></Response>""";

        private final TwilioAccount account;
        private final PublicAddress address;
        private final Map<String, BlockingQueue<Map<String, String>>> statuses = new ConcurrentHashMap<>();

        ShortService(TwilioAccount account, PublicAddress address) {
            this.account = account;
            this.address = address;
        }

        @PostMapping(path = "/twilio/voice", produces = "text/xml")
        String answer(ServerWebExchange exchange) {
            verify(exchange);
            return MENU;
        }

        @PostMapping(path = "/twilio/voice/{step}", produces = "text/xml")
        String goOn(@PathVariable("step") String step, ServerWebExchange exchange) {
            Map<String, String> fields = verify(exchange);
            String said = fields.getOrDefault("SpeechResult", fields.get("Digits"));
            return switch (said) {
                case "0" ->
                    "<Response><Dial action='/twilio/voice/" + step + "'><Number>12338</Number></Dial></Response>";
                case "9" -> "<Response><Say language='cmn-CN'>再见。</Say><Hangup/></Response>";
                case null -> "<Response><Say language='cmn-CN'>没有人接。再见。</Say></Response>";
                default -> ANSWER.replace("{heard}", said.isEmpty() ? "没有听到。" : "我听到了。");
            };
        }

        @PostMapping(path = "/twilio/sms", produces = "text/xml")
        String text(ServerWebExchange exchange) {
            String body = verify(exchange).getOrDefault("Body", "");
            return body.equalsIgnoreCase("STOP")
                    ? "<Response/>"
                    : "<Response><Message><Body>明白线：收到“"
                            + body.replace("&", "&amp;").replace("<", "&lt;")
                            + "”。回复 1 找人帮忙。</Body></Message></Response>";
        }

        @PostMapping("/twilio/status/{kind}")
        @ResponseStatus(HttpStatus.NO_CONTENT)
        void status(@PathVariable("kind") String kind, ServerWebExchange exchange) {
            Map<String, String> fields = verify(exchange);
            if (kind.equals("message")) {
                statuses.computeIfAbsent(fields.get("MessageSid"), _ -> new LinkedBlockingQueue<>())
                        .add(fields);
            }
        }

        /** The next report about that message that has not been asked for yet. */
        Map<String, String> nextMessageStatus(String sid) throws InterruptedException {
            var reports = statuses.computeIfAbsent(sid, _ -> new LinkedBlockingQueue<>());
            return Objects.requireNonNull(reports.poll(10, TimeUnit.SECONDS), "No status callback came");
        }

        private Map<String, String> verify(ServerWebExchange exchange) {
            Map<String, String> fields =
                    Objects.requireNonNull(exchange.getFormData().block()).toSingleValueMap();
            String url = address.at(exchange.getRequest().getURI().getRawPath()).toString();
            String signature = exchange.getRequest().getHeaders().getFirst("X-Twilio-Signature");
            if (!new RequestValidator(account.token().value()).validate(url, fields, signature)) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
            return fields;
        }
    }
}
