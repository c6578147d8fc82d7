package org.kanmai.app.pastsales;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Booking;
import org.kanmai.app.ledger.Entry;
import org.kanmai.app.ledger.PastEntries;
import org.kanmai.app.pastsales.Sorted.Kept;
import org.kanmai.app.pastsales.Sorted.Kind;
import org.kanmai.app.pastsales.Sorted.Reason;
import org.kanmai.app.pastsales.Sorted.Refused;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps one part of a file, all of it or nothing. */
@Component
class Keeping {
    private final ImportStore imports;
    private final InvoiceStore invoices;
    private final PastEntries ledger;
    private final Ids ids;

    Keeping(ImportStore imports, InvoiceStore invoices, PastEntries ledger, Ids ids) {
        this.imports = imports;
        this.invoices = invoices;
        this.ledger = ledger;
        this.ids = ids;
    }

    /** Keeps a part with its money; false when that happened before. */
    @Transactional
    public boolean keep(SalesImport file, Part part, Customers.Teller customers) {
        if (!imports.keep(file.id(), part)) {
            return false;
        }
        var told = invoices(file, part.kept(), customers);
        var known = invoices.add(file, told);
        var own = told.stream()
                .filter(invoice -> known.containsKey(invoice.number()))
                .toList();
        invoices.addLines(
                file.id(),
                known,
                own.stream().flatMap(invoice -> invoice.lines().stream()).toList());
        var refused = new ArrayList<>(part.refused());
        told.stream()
                .filter(invoice -> !known.containsKey(invoice.number()))
                .forEach(foreign -> foreign.lines()
                        .forEach(line ->
                                refused.add(new Refused(line.place(), foreign.number(), Reason.ALREADY_BROUGHT))));
        invoices.refuse(file.id(), refused);
        ledger.book(own.stream()
                .flatMap(invoice ->
                        entries(file, part.number(), invoice, Objects.requireNonNull(known.get(invoice.number())))
                                .stream())
                .toList());
        return true;
    }

    private List<Invoice> invoices(SalesImport file, List<Kept> lines, Customers.Teller customers) {
        var byNumber = new LinkedHashMap<String, List<Kept>>();
        lines.forEach(line -> byNumber.computeIfAbsent(line.row().number(), first -> new ArrayList<>())
                .add(line));
        return byNumber.values().stream()
                .map(own -> invoice(file, own, customers))
                .toList();
    }

    private Invoice invoice(SalesImport file, List<Kept> lines, Customers.Teller customers) {
        var first = lines.getFirst().row();
        return new Invoice(
                ids.next(),
                first.number(),
                first.customer() == null ? null : customers.of(first.customer()),
                first.country(),
                first.at().atZone(file.terms().zone()).toInstant(),
                lines);
    }

    /** One entry for sales and cancellations, one for adjustments; none for what is worth nothing. */
    private List<Booking> entries(SalesImport file, int part, Invoice invoice, long id) {
        long adjusted = sum(invoice, true);
        long brought = sum(invoice, false);
        var entries = new ArrayList<Booking>();
        if (brought != 0) {
            entries.add(
                    entry(file, Entry.Kind.BROUGHT, "brought:%d:%d".formatted(id, part), id, brought, invoice.at()));
        }
        if (adjusted != 0) {
            entries.add(entry(
                    file, Entry.Kind.ADJUSTMENT, "adjustment:%d:%d".formatted(id, part), id, adjusted, invoice.at()));
        }
        return entries;
    }

    private static long sum(Invoice invoice, boolean adjustments) {
        return invoice.lines().stream()
                .filter(line -> (line.kind() == Kind.ADJUSTMENT) == adjustments)
                .mapToLong(Kept::minor)
                .sum();
    }

    private Booking entry(SalesImport file, Entry.Kind kind, String key, long subject, long minor, Instant at) {
        var amount = new Money(minor, file.terms().currency());
        return new Booking(
                ids.next(),
                Entry.move(kind, key, subject, amount, Account.elsewhere(file.shop()), Account.turnover(file.shop())),
                null,
                at);
    }
}
