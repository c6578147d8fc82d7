package org.kanmai.app.trade.past;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Booking;
import org.kanmai.app.ledger.Entry;
import org.kanmai.app.ledger.Posting;
import org.kanmai.facts.Money;
import org.kanmai.facts.PastIds;

/** What everybody had of an order: sold, and then either given back whole or set free. */
final class Shares {
    private final PastOrder order;
    private final PastIds ids;

    Shares(PastOrder order, PastIds ids) {
        this.order = order;
        this.ids = ids;
    }

    /** Returns its entries in the order of their instants; none when nobody paid. */
    Stream<Booking> entries() {
        var entries = new ArrayList<Booking>();
        var paid = order.purchase().steps().paid();
        if (paid == null) {
            return Stream.empty();
        }
        var sale = past(Entry.Kind.SALE, "sale:", shares(), paid);
        entries.add(sale);
        var refunded = order.purchase().steps().refunded();
        if (refunded != null) {
            entries.add(back(sale, refunded));
        }
        if (order.released() != null && !earned().isZero()) {
            entries.add(past(Entry.Kind.RELEASE, "release:", released(), order.released()));
        }
        return entries.stream();
    }

    private Booking past(Entry.Kind kind, String key, List<Posting> postings, Instant at) {
        return new Booking(
                ids.at(at), new Entry(kind, key + order.id(), order.id().value(), postings), null, at);
    }

    private Booking back(Booking sale, Instant at) {
        var postings = sale.entry().postings().stream()
                .map(posting -> new Posting(posting.account(), posting.amount().negated()))
                .toList();
        var entry =
                new Entry(Entry.Kind.REFUND, "refund:" + order.id(), order.id().value(), postings);
        return new Booking(ids.at(at), entry, sale.id(), at);
    }

    private List<Posting> shares() {
        var offer = order.purchase().offer();
        var buyer = Account.clearing(order.purchase().deed().settler().person());
        return postings(
                new Posting(buyer, order.total().negated()),
                new Posting(Account.held(offer.shop()), earned()),
                new Posting(Account.fees(), order.fee()));
    }

    private List<Posting> released() {
        var shop = order.purchase().offer().shop();
        return postings(new Posting(Account.held(shop), earned().negated()), new Posting(Account.free(shop), earned()));
    }

    private Money earned() {
        return order.total().minus(order.fee());
    }

    private static List<Posting> postings(Posting... all) {
        return Stream.of(all).filter(posting -> !posting.amount().isZero()).toList();
    }
}
