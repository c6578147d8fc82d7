package org.kanmai.app.live.pulling;

import java.net.URI;
import org.kanmai.app.live.nodes.Node;
import org.springframework.stereotype.Component;

/** Another process of the site, as far as homes of rooms are concerned. */
@Component
public class Elsewhere {
    private final HomeStore store;

    Elsewhere(HomeStore store) {
        this.store = store;
    }

    /** Returns the homes as a process sees them that was not there before. */
    public Homes homes() {
        return new Homes(store, Node.begun(), new NodeSettings(URI.create("http://127.0.0.1:9")));
    }
}
