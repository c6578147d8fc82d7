package org.kanmai.app.payment;

import java.util.List;
import org.kanmai.app.payment.PaymentProvider.Line;
import org.kanmai.app.web.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in statements: a line counts once however often it comes, and never says something else later. */
@Component
class Statements {
    private final StatementStore store;

    Statements(StatementStore store) {
        this.store = store;
    }

    /** Keeps the lines of a file; returns how many are new. Refuses the whole file with 409 when a kept line says something else in it. */
    @Transactional
    public int keep(String provider, List<Line> lines) {
        int added = store.add(provider, lines);
        if (store.same(provider, lines) != lines.size()) {
            throw Refusal.conflict(
                    "statement-differs",
                    "A line was different before",
                    "A line of this file was taken before with another payment or amount; nothing of the file was taken.");
        }
        return added;
    }
}
