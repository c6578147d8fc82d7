package org.kanmai.app.pastsales;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.kanmai.app.pastsales.SalesImport.State;
import org.kanmai.app.pastsales.SalesImport.Terms;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.ShopId;
import org.springframework.stereotype.Component;

/** Takes files of a shop; one that was broken off goes on where it was when it is sent again. */
@Component
class PastSales {
    private final ImportStore imports;
    private final Keeping keeping;
    private final Matching matching;
    private final Customers customers;
    private final Ids ids;
    private final Clock clock;

    PastSales(ImportStore imports, Keeping keeping, Matching matching, Customers customers, Ids ids, Clock clock) {
        this.imports = imports;
        this.keeping = keeping;
        this.matching = matching;
        this.customers = customers;
        this.ids = ids;
        this.clock = clock;
    }

    /** Reads a file to its end and matches what it cancels; refuses with 409 another file under the key of an earlier one. */
    void take(ShopId shop, String key, Terms terms, InputStream content) throws IOException {
        try (var file = SalesFile.of(content, terms.currency())) {
            var begun = begin(shop, key, terms);
            read(begun, file);
            imports.move(begun.id(), State.READING, State.MATCHING, clock.instant());
            match(begun);
            imports.move(begun.id(), State.MATCHING, State.DONE, clock.instant());
        }
    }

    private SalesImport begin(ShopId shop, String key, Terms terms) {
        imports.begin(ids.next(), shop, key, terms, clock.instant());
        var begun = imports.find(shop, key).orElseThrow();
        if (!begun.terms().currency().equals(terms.currency())
                || !begun.terms().zone().equals(terms.zone())) {
            throw another();
        }
        return begun;
    }

    private void read(SalesImport begun, SalesFile file) {
        var teller = customers.of(begun.shop());
        for (var part = file.next(); part.isPresent(); part = file.next()) {
            var now = part.get();
            if (!isKept(begun, now) && !keeping.keep(begun, now, teller) && !isKept(begun, now)) {
                throw another();
            }
        }
    }

    /** Whether a part is kept already, by an earlier try or by one that runs beside this one. */
    private boolean isKept(SalesImport begun, Part part) {
        var kept = imports.digest(begun.id(), part.number());
        if (kept.isPresent() && !kept.get().equals(part.digest())) {
            throw another();
        }
        return kept.isPresent();
    }

    private void match(SalesImport begun) {
        boolean more = true;
        while (more) {
            more = matching.step(begun);
        }
    }

    private static Refusal another() {
        return Refusal.conflict(
                "another-file",
                "Another file",
                "Something else was brought along under this name; send the same file again, or give this one a name of its own.");
    }
}
