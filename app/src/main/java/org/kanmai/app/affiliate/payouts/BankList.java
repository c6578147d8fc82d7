package org.kanmai.app.affiliate.payouts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kanmai.app.affiliate.payouts.OpeningStore.Opening;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.identity.DataReadings;
import org.kanmai.app.identity.People;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of a batch for the bank: the one place where account numbers stand whole, for who approved the batch; each opening is on record before it happens. */
@Component
class BankList {
    private static final List<?> NAMES = List.of("kind", "party", "holder", "bank", "number", "minor", "currency");

    private final Payouts payouts;
    private final BatchStore store;
    private final OpeningStore openings;
    private final Payees payees;
    private final People people;
    private final Shops shops;
    private final DataReadings readings;
    private final Clock clock;

    BankList(
            Payouts payouts,
            BatchStore store,
            OpeningStore openings,
            Payees payees,
            People people,
            Shops shops,
            DataReadings readings,
            Clock clock) {
        this.payouts = payouts;
        this.store = store;
        this.openings = openings;
        this.payees = payees;
        this.people = people;
        this.shops = shops;
        this.readings = readings;
        this.clock = clock;
    }

    /** Returns whether somebody may have it: who approved the batch, or any operator once that person is gone. */
    boolean isFor(PersonId reader, Batch batch) {
        var checker = batch.checkedBy();
        return batch.state() == Batch.State.APPROVED
                && checker != null
                && (checker.equals(reader) || people.find(List.of(checker)).isEmpty());
    }

    /** Returns its rows to who may have them; everybody whose number stands there can look up who read it. */
    @Transactional
    public List<List<?>> open(PersonId reader, long id) {
        var orders = payouts.orders(id);
        if (!isFor(reader, store.find(id).orElseThrow())) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    "checkers-list",
                    "This list is for who approved it",
                    "Account numbers stand whole in it: only the operator who approved the batch can have it.");
        }
        openings.add(id, new Opening(reader, clock.instant()));
        var paid = orders.stream().filter(BankList::isPaid).toList();
        var owners = owners(paid);
        paid.forEach(each -> person(each.payout().party(), owners)
                .ifPresent(person -> readings.note(person, reader, "bank-account", "payouts " + id)));
        var rows = new ArrayList<List<?>>(List.of(NAMES));
        paid.forEach(each -> rows.add(row(each)));
        return rows;
    }

    /** Who was paid nothing, or has gone since, has no line. */
    private static boolean isPaid(Batch.Order order) {
        var paid = order.payout().paid();
        return paid != null && !paid.isZero() && !order.sealed().isEmpty();
    }

    private Map<Long, PersonId> owners(List<Batch.Order> orders) {
        var ids = orders.stream()
                .map(each -> each.payout().party())
                .filter(party -> party.kind() == Account.Kind.SHOP)
                .map(party -> new ShopId(party.id()))
                .toList();
        var owners = new HashMap<Long, PersonId>();
        shops.find(ids).forEach((id, shop) -> {
            if (shop.owner() != null) {
                owners.put(id.value(), shop.owner().id());
            }
        });
        return owners;
    }

    private static Optional<PersonId> person(Party party, Map<Long, PersonId> owners) {
        return party.kind() == Account.Kind.PERSON
                ? Optional.of(new PersonId(party.id()))
                : Optional.ofNullable(owners.get(party.id()));
    }

    private List<?> row(Batch.Order order) {
        var account = payees.open(order.sealed().bytes());
        var party = order.payout().party();
        var paid = Objects.requireNonNull(order.payout().paid());
        return List.of(
                party.kind().code(),
                Long.toString(party.id()),
                account.holder(),
                account.bank(),
                account.number(),
                paid.minor(),
                paid.currency().getCurrencyCode());
    }
}
