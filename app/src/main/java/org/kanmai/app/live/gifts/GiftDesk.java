package org.kanmai.app.live.gifts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Booked;
import org.kanmai.app.ledger.Entry;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.ledger.Posting;
import org.kanmai.app.live.gifts.Gift.Kind;
import org.kanmai.app.live.gifts.Gift.State;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.stereotype.Component;

/** Shows operators gifts by how they stand, why they did not stay with their host, and what moved on the books because of them. */
@Component
class GiftDesk {
    private final GiftStore store;
    private final People people;
    private final Ledger ledger;

    GiftDesk(GiftStore store, People people, Ledger ledger) {
        this.store = store;
        this.people = people;
        this.ledger = ledger;
    }

    /** Why a gift is not its host's. */
    enum Cause implements Code {
        /** An operator gave it back. */
        TAKEN_BACK,
        /** It was paid when nobody could take it any more: the money went back by itself. */
        TOO_LATE,
        /** It was not paid in time, or its payment failed. */
        UNPAID
    }

    /**
     * A gift as operators see it.
     *
     * @param host absent once erased, as {@code giver} and {@code returnedBy}
     * @param cause absent as long as it is, or may become, its host's
     * @param moneyBack whether all of its money is with the giver again; absent where none went back
     */
    record Shown(
            String id,
            RoomId room,
            @Nullable Person host,
            @Nullable Person giver,
            Kind kind,
            int pieces,
            Money amount,
            State state,
            Instant madeAt,
            @Nullable Instant paidAt,
            @Nullable Cause cause,
            @Nullable String reason,
            @Nullable Person returnedBy,
            @Nullable Boolean moneyBack) {}

    /** What moved because of a gift at once: the postings of a movement are zero in sum. */
    record Movement(Entry.Kind kind, Instant at, List<Part> parts) {}

    /** What one account got or gave; {@code party} is absent for the platform, a provider, and who is erased. */
    record Part(
            Account.Kind owner,
            Account.Purpose purpose,
            @Nullable Person party,
            Money amount) {}

    Slice<Shown> list(State state, Paging paging) {
        var slice = Slice.of(store.in(state, paging), paging, row -> row.gift().id());
        var known = people.find(slice.items().stream()
                .flatMap(GiftDesk::named)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return slice.map(row -> shown(row, known));
    }

    private static Stream<@Nullable PersonId> named(GiftStore.Row row) {
        return Stream.of(row.gift().host(), row.gift().giver(), row.returnedBy());
    }

    private Shown shown(GiftStore.Row row, Map<PersonId, Person> known) {
        var gift = row.gift();
        var booked = booked(gift);
        return new Shown(
                Long.toString(gift.id()),
                gift.room(),
                known.get(gift.host()),
                gift.giver() == null ? null : known.get(gift.giver()),
                gift.kind(),
                gift.pieces(),
                gift.amount(),
                gift.state(),
                gift.madeAt(),
                row.paidAt(),
                cause(gift, booked),
                gift.reason(),
                row.returnedBy() == null ? null : known.get(row.returnedBy()),
                moneyBack(booked));
    }

    private List<Booked> booked(Gift gift) {
        return gift.state() == State.RETURNED || gift.state() == State.LAPSED ? ledger.about(gift.id()) : List.of();
    }

    private static @Nullable Cause cause(Gift gift, List<Booked> booked) {
        return switch (gift.state()) {
            case RETURNED -> Cause.TAKEN_BACK;
            case LAPSED -> booked.isEmpty() ? Cause.UNPAID : Cause.TOO_LATE;
            case OPEN, PAID, RELEASED -> null;
        };
    }

    private static @Nullable Boolean moneyBack(List<Booked> booked) {
        return booked.isEmpty() ? null : (Boolean) booked.stream().anyMatch(entry -> entry.kind() == Entry.Kind.RETURN);
    }

    /** Returns what moved because of a gift, the oldest first. */
    List<Movement> movements(long id) {
        if (store.find(id).isEmpty()) {
            throw Refusal.notFound("gift");
        }
        var booked = ledger.about(id);
        var known = people.find(parties(booked));
        return booked.stream()
                .map(entry -> new Movement(
                        entry.kind(),
                        entry.at(),
                        entry.postings().stream().map(each -> part(each, known)).toList()))
                .toList();
    }

    private static Collection<PersonId> parties(List<Booked> booked) {
        return booked.stream()
                .flatMap(entry -> entry.postings().stream())
                .map(Posting::account)
                .filter(account -> account.kind() == Account.Kind.PERSON)
                .map(account -> new PersonId(account.party()))
                .collect(Collectors.toSet());
    }

    private static Part part(Posting posting, Map<PersonId, Person> known) {
        var account = posting.account();
        return new Part(
                account.kind(),
                account.purpose(),
                account.kind() == Account.Kind.PERSON ? known.get(new PersonId(account.party())) : null,
                posting.amount());
    }
}
