package org.plainline.channel.twilio;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the world finds this service. It comes from the settings and never from a request, whose headers anybody can
 * forge.
 *
 * @param publicUrl scheme, host and perhaps a port; no path, because Twilio resolves our paths against the host
 */
@ConfigurationProperties("plainline")
public record PublicAddress(
        @DefaultValue("http://localhost:8080") URI publicUrl) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** @throws IllegalArgumentException for anything but the address of a host */
    public PublicAddress {
        boolean bare = Stream.of(publicUrl.getRawUserInfo(), publicUrl.getRawQuery(), publicUrl.getRawFragment())
                        .noneMatch(part -> part != null)
                && Set.of("", "/").contains(String.valueOf(publicUrl.getRawPath()));
        if (!bare || !SCHEMES.contains(String.valueOf(publicUrl.getScheme())) || publicUrl.getHost() == null) {
            throw new IllegalArgumentException("plainline.public-url must be a scheme and a host, such as"
                    + " https://help.example.org, without underscores, path or user; it is " + publicUrl);
        }
    }

    /** @param path with its leading slash, and with its query if it has one, both encoded */
    public URI at(String path) {
        return URI.create(base(publicUrl.getPort()) + path);
    }

    /** False for addresses of this machine and of private networks, which a carrier outside cannot call. */
    public boolean isReachableFromOutside() {
        String host = publicUrl.getHost().toLowerCase(Locale.ROOT);
        return host.contains(".")
                && !host.endsWith(".local")
                && !host.endsWith(".localhost")
                && !host.matches("(127|10|0)\\..*|192\\.168\\..*|169\\.254\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*");
    }

    /**
     * The same resource with and without its port: the caller may have signed either.
     *
     * @param rawPath exactly as it was requested
     * @param rawQuery exactly as it was requested; null when there was none
     */
    List<String> spellings(String rawPath, @Nullable String rawQuery) {
        String resource = rawQuery == null ? rawPath : rawPath + "?" + rawQuery;
        int standard = publicUrl.getScheme().equals("https") ? 443 : 80;
        int port = publicUrl.getPort() < 0 ? standard : publicUrl.getPort();
        return List.of(base(-1) + resource, base(port) + resource);
    }

    private String base(int port) {
        return publicUrl.getScheme() + "://" + publicUrl.getHost() + (port < 0 ? "" : ":" + port);
    }
}
