package org.plainline.channel.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A browser without scripts: keeps the cookie, sends the hidden fields of the page it is on, follows redirects. */
final class Form {
    private final WebTestClient client;
    private String languages = "zh-CN,zh;q=0.9";
    private String cookie = "";
    private String page = "";
    private int status;
    private HttpHeaders headers = new HttpHeaders();

    Form(int port) {
        client =
                WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    Form inLanguages(String acceptLanguage) {
        languages = acceptLanguage;
        return this;
    }

    Form open(String address) {
        take(client.get()
                .uri(address)
                .header("Accept-Language", languages)
                .header("Cookie", cookie)
                .exchange()
                .expectBody(String.class)
                .returnResult());
        return this;
    }

    Form write(String text) {
        return send("", text);
    }

    Form press(String key) {
        return send(key, "");
    }

    Form send(String key, String text) {
        return post(fields(key, text));
    }

    /** What the page as it stands would send; to be sent later, or twice. */
    Map<String, String> fields(String key, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("turn", find("name=\"turn\" value=\"([^\"]*)\""));
        fields.put("asked", find("name=\"asked\" value=\"([^\"]*)\""));
        fields.put("text", text);
        if (!key.isEmpty()) {
            fields.put("key", key);
        }
        return fields;
    }

    Form post(Map<String, String> fields) {
        return postRaw(fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&")));
    }

    /** @param body sent byte for byte */
    Form postRaw(String body) {
        take(client.post()
                .uri(find("<form[^>]* action=\"([^\"]*)\""))
                .header("Accept-Language", languages)
                .header("Cookie", cookie)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(body.getBytes(ISO_8859_1))
                .exchange()
                .expectBody(String.class)
                .returnResult());
        String next = headers.getFirst("Location");
        return next == null ? this : open(next);
    }

    Form withoutCookie() {
        cookie = "";
        return this;
    }

    String cookie() {
        return cookie;
    }

    String page() {
        return page;
    }

    int status() {
        return status;
    }

    HttpHeaders headers() {
        return headers;
    }

    String wordsInTheBox() {
        return find("<textarea[^>]*>([^<]*)</textarea>");
    }

    String trouble() {
        return find("id=\"trouble\"[^>]*>([^<]*)<");
    }

    String find(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        return found.find() ? found.group(1) : "";
    }

    private void take(EntityExchangeResult<String> result) {
        String body = result.getResponseBody();
        status = result.getStatus().value();
        headers = result.getResponseHeaders();
        page = body == null ? "" : body;
        String set = headers.getFirst("Set-Cookie");
        if (set != null) {
            cookie = set.substring(0, set.indexOf(';'));
        }
    }
}
