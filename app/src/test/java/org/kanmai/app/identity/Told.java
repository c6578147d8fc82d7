package org.kanmai.app.identity;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.kanmai.facts.Fact;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears every fact that the application tells. */
@Component
public class Told {
    private final Queue<Fact> facts = new ConcurrentLinkedQueue<>();

    @EventListener
    void hear(Fact fact) {
        facts.add(fact);
    }

    public <F extends Fact> List<F> of(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
