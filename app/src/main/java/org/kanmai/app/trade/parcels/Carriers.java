package org.kanmai.app.trade.parcels;

import java.util.List;
import java.util.Optional;
import org.kanmai.app.web.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The carriers that report; all others bring parcels too, and say nothing. */
@Component
class Carriers {
    private final List<Carrier> all;

    Carriers(ObjectProvider<Carrier> all) {
        this.all = all.orderedStream().toList();
    }

    List<Carrier> all() {
        return all;
    }

    /** Returns the carrier that a shop names; empty for one that does not report. */
    Optional<Carrier> named(String name) {
        return all.stream()
                .filter(each ->
                        each.code().equalsIgnoreCase(name) || each.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Returns the carrier of a code; refuses with 404 any other. */
    Carrier of(String code) {
        return all.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("carrier"));
    }
}
