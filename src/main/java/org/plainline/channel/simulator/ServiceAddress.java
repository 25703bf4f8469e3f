package org.plainline.channel.simulator;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.plainline.channel.twilio.PublicAddress;

/** The service's address as the world writes it, and the same address on this machine. */
final class ServiceAddress {
    private final String base;
    private final Supplier<URI> local;

    /** @param local where the web server really listens; asked anew each time, as it is known only after the start */
    ServiceAddress(PublicAddress address, Supplier<URI> local) {
        this.base = address.at("").toString();
        this.local = local;
    }

    /** @param path with a leading slash */
    String of(String path) {
        return base + path;
    }

    /** What a link in a document means, by the rules of RFC 3986; without the fragment, which no one sends. */
    String resolve(String document, String link) {
        try {
            return withoutFragment(
                    link.isEmpty()
                            ? document
                            : URI.create(document).resolve(link).toString());
        } catch (IllegalArgumentException notALink) {
            return link;
        }
    }

    /** Empty for an address outside of this service: the simulator calls nobody else. */
    Optional<URI> local(String url) {
        String plain = url.replaceFirst("^ws", "http");
        boolean ours = plain.equals(base) || plain.startsWith(base + "/") || plain.startsWith(base + "?");
        return ours ? uri(local.get() + plain.substring(base.length())) : Optional.empty();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException notALink) {
            return Optional.empty();
        }
    }

    private static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }
}
