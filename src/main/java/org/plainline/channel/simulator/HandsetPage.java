package org.plainline.channel.simulator;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;
import org.plainline.resident.PhoneNumber;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The handset in the browser. */
@Controller
@WhenSimulating
class HandsetPage {
    /** Keys of the telephone, with the letters that telephones have below the digits. */
    private static final List<Key> KEYS = List.of(
            new Key("1", ""),
            new Key("2", "ABC"),
            new Key("3", "DEF"),
            new Key("4", "GHI"),
            new Key("5", "JKL"),
            new Key("6", "MNO"),
            new Key("7", "PQRS"),
            new Key("8", "TUV"),
            new Key("9", "WXYZ"),
            new Key("*", ""),
            new Key("0", "+"),
            new Key("#", ""));

    record Key(String digit, String letters) {}

    /** The page's words in the language of this visitor. */
    record Words(HandsetWording wording, Language language) {
        public String say(String key) {
            return wording.page(language, key);
        }
    }

    private final PhoneNumber number;
    private final HandsetWording wording;

    HandsetPage(Webhooks webhooks, HandsetWording wording) {
        this.number = webhooks.number();
        this.wording = wording;
    }

    @GetMapping("/phone")
    String show(
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            ServerHttpRequest request,
            ServerHttpResponse response,
            Model model) {
        Language language = language(lang, request.getHeaders());
        model.addAttribute("language", language.locale().toLanguageTag());
        model.addAttribute("words", new Words(wording, language));
        model.addAttribute("keys", KEYS);
        model.addAttribute("service", number.readable());
        response.getHeaders().setContentLanguage(language.locale());
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return "phone";
    }

    private static Language language(@Nullable String asked, HttpHeaders headers) {
        if (asked != null && (asked.equals("zh") || asked.equals("en"))) {
            return Language.of(asked);
        }
        for (Locale locale : headers.getAcceptLanguageAsLocales()) {
            if (locale.getLanguage().equals("zh") || locale.getLanguage().equals("en")) {
                return Language.of(locale.getLanguage());
            }
        }
        return Language.ZH;
    }
}
