package org.kanmai.app.live.talk;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was said and tells that it was, in one transaction. */
@Component
class Keeping {
    private final SaidStore store;
    private final ApplicationEventPublisher events;

    Keeping(SaidStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    @Transactional
    public void keep(List<Spoken> spoken) {
        store.add(spoken.stream().map(Spoken::said).toList());
        for (var each : spoken) {
            events.publishEvent(each.fact());
            events.publishEvent(new Words(
                    each.said().room(), each.said().person(), each.said().text()));
        }
    }
}
