package org.kanmai.app.affiliate.payouts;

import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.app.web.files.Csv;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Settlement as operators run it and auditors read it. */
@RestController
class PayoutsHttp {
    private final Payouts payouts;
    private final BatchStore store;
    private final Payees payees;
    private final People people;
    private final Shops shops;
    private final BankList list;
    private final OpeningStore openings;

    PayoutsHttp(
            Payouts payouts,
            BatchStore store,
            Payees payees,
            People people,
            Shops shops,
            BankList list,
            OpeningStore openings) {
        this.payouts = payouts;
        this.store = store;
        this.payees = payees;
        this.people = people;
        this.shops = shops;
        this.list = list;
        this.openings = openings;
    }

    /** In which currency everybody is to be paid. */
    record Wanted(String currency) {}

    /** Who made or checked a batch; absent once that person is gone. */
    record Hand(@Nullable String handle, @Nullable String name) {}

    /** A batch as a line of the list. */
    record Shown(
            String id,
            Batch.State state,
            Hand madeBy,
            Instant madeAt,
            @Nullable Hand checkedBy,
            @Nullable Instant checkedAt,
            Instant aloneFrom,
            boolean singleHanded,
            boolean mine,
            Money total,
            int payouts) {}

    /** A batch with its payouts, who had its list for the bank, and whether who asks may. */
    record Whole(Shown batch, List<Line> items, List<Opened> openings, boolean list) {}

    /** One payout; {@code kind} is {@code person} or {@code shop}, {@code account} absent where it goes nowhere any more. */
    record Line(
            Account.Kind kind,
            String id,
            String name,
            Money amount,
            @Nullable Money paid,
            @Nullable Masked account) {}

    /** As much of an account as everybody sees who sees the batch. */
    record Masked(String bank, String ending) {}

    /** Somebody who had the list for the bank. */
    record Opened(Hand by, Instant at) {}

    @Allowed(Allowed.To.AUDITOR)
    @GetMapping("/api/settlement/batches")
    Slice<Shown> list(Paging paging, Viewer viewer) {
        var slice = Slice.of(store.list(paging), paging, Batch::id);
        var hands = hands(slice.items());
        return slice.map(each -> shown(each, hands, viewer));
    }

    @Allowed(Allowed.To.AUDITOR)
    @GetMapping("/api/settlement/batches/{id}")
    Whole one(@PathVariable String id, Viewer viewer) {
        var batch = store.find(number(id)).orElseThrow(() -> Refusal.notFound("batch"));
        var orders = store.orders(batch.id());
        var names = names(orders.stream().map(Batch.Order::payout).toList());
        return new Whole(
                shown(batch, hands(List.of(batch)), viewer),
                orders.stream().map(each -> line(each, names)).toList(),
                opened(batch),
                viewer.is(Role.OPERATOR) && list.isFor(viewer.self(), batch));
    }

    private Line line(Batch.Order order, Map<Party, String> names) {
        var payout = order.payout();
        var party = payout.party();
        return new Line(
                party.kind(),
                Long.toString(party.id()),
                names.getOrDefault(party, ""),
                payout.amount(),
                payout.paid(),
                masked(order));
    }

    private @Nullable Masked masked(Batch.Order order) {
        if (order.sealed().isEmpty()) {
            return null;
        }
        var account = payees.open(order.sealed().bytes());
        return new Masked(account.bank(), account.ending());
    }

    private List<Opened> opened(Batch batch) {
        var all = openings.of(batch.id());
        var readers = people.find(
                all.stream().map(OpeningStore.Opening::reader).distinct().toList());
        return all.stream()
                .map(each -> new Opened(hand(readers.get(each.reader())), each.at()))
                .toList();
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/settlement/batches")
    @ResponseStatus(HttpStatus.CREATED)
    Whole propose(@RequestBody Wanted wanted, Viewer viewer) {
        return one(Long.toString(payouts.propose(viewer.self(), currency(wanted.currency))), viewer);
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/settlement/batches/{id}/approval")
    Whole approve(@PathVariable String id, Viewer viewer) {
        payouts.approve(viewer.self(), number(id));
        return one(id, viewer);
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/settlement/batches/{id}/rejection")
    Whole reject(@PathVariable String id, Viewer viewer) {
        payouts.reject(viewer.self(), number(id));
        return one(id, viewer);
    }

    /** The list for the bank, for who approved the batch. */
    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/settlement/batches/{id}.csv")
    ResponseEntity<byte[]> file(@PathVariable String id, Viewer viewer) {
        return Csv.file("payouts-" + id + ".csv", list.open(viewer.self(), number(id)));
    }

    private static Shown shown(Batch batch, Map<PersonId, Person> hands, Viewer viewer) {
        return new Shown(
                Long.toString(batch.id()),
                batch.state(),
                hand(hands.get(batch.madeBy())),
                batch.madeAt(),
                batch.checkedBy() == null ? null : hand(hands.get(batch.checkedBy())),
                batch.checkedAt(),
                batch.madeAt().plus(Batch.NOTICE),
                batch.singleHanded(),
                viewer.is(batch.madeBy()),
                batch.total(),
                batch.payouts());
    }

    private Map<PersonId, Person> hands(List<Batch> batches) {
        var hands = new HashSet<PersonId>();
        for (var batch : batches) {
            hands.add(batch.madeBy());
            if (batch.checkedBy() != null) {
                hands.add(batch.checkedBy());
            }
        }
        return people.find(hands);
    }

    private static Hand hand(@Nullable Person person) {
        return person == null ? new Hand(null, null) : new Hand(person.handle(), person.name());
    }

    private Map<Party, String> names(List<Batch.Payout> lines) {
        var persons = people.find(
                ids(lines, Account.Kind.PERSON).stream().map(PersonId::new).toList());
        var named = shops.names(
                ids(lines, Account.Kind.SHOP).stream().map(ShopId::new).toList());
        var names = new HashMap<Party, String>();
        persons.values().forEach(each -> names.put(Party.of(each.id()), each.name()));
        named.forEach((id, name) -> names.put(Party.of(id), name));
        return names;
    }

    private static List<Long> ids(List<Batch.Payout> lines, Account.Kind kind) {
        return lines.stream()
                .map(Batch.Payout::party)
                .filter(party -> party.kind() == kind)
                .map(Party::id)
                .toList();
    }

    private static Currency currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(each -> each.getCurrencyCode().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("currency", "must be a currency of ISO 4217"));
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Refusal.notFound("batch");
        }
        return Long.parseLong(id);
    }
}
