package org.plainline.channel.simulator;

import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where the web server of this process really listens, which a free port tells only once it is open. */
@Component
@WhenSimulating
class LocalServer implements Supplier<URI> {
    private volatile @Nullable URI address;

    @EventListener
    void on(WebServerInitializedEvent started) {
        // A separate management port comes with a namespace of its own.
        if (started.getApplicationContext().getServerNamespace() == null) {
            address = URI.create("http://127.0.0.1:" + started.getWebServer().getPort());
        }
    }

    /** @throws IllegalStateException before the server is up */
    @Override
    public URI get() {
        URI known = address;
        if (known == null) {
            throw new IllegalStateException("The simulator can place calls only once the web server has started");
        }
        return known;
    }
}
