package org.kanmai.app.live.gifts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.affiliate.contracts.Contracts;
import org.kanmai.app.affiliate.contracts.Contracts.Agency;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Entry;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.ledger.Posting;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.live.talk.Listeners;
import org.kanmai.app.payment.Payment;
import org.kanmai.app.payment.Payments;
import org.kanmai.app.trade.dues.OtherDues;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes gifts to hosts (LC-05): nobody gives unnamed or more a day than one may; each is shared out as it is paid, and held before it is the host's. */
@Component
class Gifts implements OtherDues {
    private static final Logger log = LoggerFactory.getLogger(Gifts.class);
    private static final int MOST_PIECES = 10;
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 500;
    private static final int THOUSAND = 1_000;
    private static final int BATCH = 100;

    private final GiftStore store;
    private final Rooms rooms;
    private final People people;
    private final Contracts contracts;
    private final Ledger ledger;
    private final Payments payments;
    private final Listeners listeners;
    private final GiftSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Ids ids;
    private final Clock clock;

    Gifts(
            GiftStore store,
            Rooms rooms,
            People people,
            Contracts contracts,
            Ledger ledger,
            Payments payments,
            Listeners listeners,
            GiftSettings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.rooms = rooms;
        this.people = people;
        this.contracts = contracts;
        this.ledger = ledger;
        this.payments = payments;
        this.listeners = listeners;
        this.settings = settings;
        this.events = events;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** A gift is paid; told in that transaction. */
    record Given(RoomId room, @Nullable PersonId giver, Gift.Kind kind, int pieces) {}

    /** What everybody in the room sees; the name is absent once the giver is erased. */
    record Shown(@Nullable String name, Gift.Kind kind, int pieces) {}

    /** Writes a gift down that waits to be paid; refuses who is not known by name, and more than one may give a day. */
    @Transactional
    public Gift wish(PersonId giver, RoomId id, Gift.Kind kind, int pieces) {
        if (pieces < 1 || pieces > MOST_PIECES) {
            throw Refusal.invalid("pieces", "must be 1-" + MOST_PIECES);
        }
        if (!people.verified(giver)) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    "name-needed-to-give",
                    "Your real name is needed",
                    "Only adults give, and they are known by name to the operators of this site; ask them to check yours.");
        }
        var room = rooms.find(id).orElseThrow(() -> Refusal.notFound("room"));
        if (room.state().over()) {
            throw Refusal.conflict("room-over", "The room is over", "Nothing can be given in it any more.");
        }
        if (room.host().equals(giver)) {
            throw Refusal.conflict("own-room", "It is your room", "Nobody gives to themselves.");
        }
        var now = clock.instant();
        var amount = kind.price().times(pieces);
        if (!store.count(giver, day(now), amount.minor(), settings.mostADay())) {
            throw Refusal.conflict("enough-given", "Enough for today", "A person can give only so much on a day.")
                    .with("most", new Money(settings.mostADay(), amount.currency()));
        }
        var gift = new Gift(
                ids.next(),
                id,
                room.host(),
                giver,
                kind,
                pieces,
                amount,
                Gift.State.OPEN,
                now,
                now.plus(settings.payWithin()),
                null,
                null);
        store.add(gift);
        return gift;
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, settings.zone());
    }

    /** Shares out a gift that is paid: host, the host's agency, platform; together they get what the giver gave. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean settle(Payment payment, Payment.Cover cover, Instant at) {
        var paid = store.pay(cover.subject(), payment.id(), cover.amount(), at);
        paid.ifPresent(gift -> {
            ledger.bookOnce(new Entry(Entry.Kind.GIFT, key(gift.id()), gift.id(), shares(gift, payment.buyer())));
            events.publishEvent(new Given(gift.room(), gift.giver(), gift.kind(), gift.pieces()));
        });
        return paid.isPresent();
    }

    private List<Posting> shares(Gift gift, PersonId giver) {
        var parts = gift.amount().split(settings.hostPerMille(), THOUSAND - settings.hostPerMille());
        var agency = contracts.active(List.of(gift.host())).getOrDefault(gift.host(), Agency.NONE);
        var earned = parts.getFirst().split(THOUSAND - agency.perMille(), agency.perMille());
        var postings = new ArrayList<Posting>();
        post(postings, Account.clearing(giver), gift.amount().negated());
        post(postings, Account.held(gift.host()), earned.getFirst());
        if (agency.person() != null) {
            post(postings, Account.held(agency.person()), earned.getLast());
        }
        post(postings, Account.fees(), parts.getLast());
        return postings;
    }

    private static void post(List<Posting> postings, Account account, Money amount) {
        if (!amount.isZero()) {
            postings.add(new Posting(account, amount));
        }
    }

    /** Tells the room, once all of it is sure. */
    @TransactionalEventListener
    void told(Given given) {
        var name = given.giver() == null
                ? null
                : people.find(given.giver()).map(Person::name).orElse(null);
        listeners.tell(given.room(), "gift", new Shown(name, given.kind(), given.pieces()));
    }

    /** An operator gives a gift back that is held, to the last cent, by everybody who has a share of it. */
    @Transactional
    public void giveBack(PersonId operator, long id, String reason) {
        var words = reason.strip();
        if (words.length() < SHORTEST_REASON || words.length() > LONGEST_REASON) {
            throw Refusal.invalid("reason", "must have 2-500 characters");
        }
        if (store.find(id).isEmpty()) {
            throw Refusal.notFound("gift");
        }
        var gift = store.giveBack(id, operator, words)
                .orElseThrow(() -> Refusal.conflict(
                        "gift-state", "It has moved on", "Only what is paid and held can be given back."));
        ledger.undo(key(id), "gift-back:" + id);
        payments.refund(Objects.requireNonNull(gift.payment()), id, gift.amount());
    }

    /** Frees what was held long enough, and ends what nobody has paid; one that fails is left for the next time. */
    @Scheduled(fixedDelay = 30_000)
    void goOn() {
        for (var id : store.heldSince(clock.instant().minus(settings.holdFor()), BATCH)) {
            try {
                transactions.executeWithoutResult(status -> release(id));
            } catch (RuntimeException failure) {
                log.warn("gift {} could not be released", id, failure);
            }
        }
        transactions.executeWithoutResult(
                status -> store.lapse(clock.instant(), BATCH).forEach(this::uncount));
    }

    private void release(long id) {
        if (store.release(id)) {
            ledger.release(key(id), "gift-release:" + id);
        }
    }

    private void uncount(Gift gift) {
        if (gift.giver() != null) {
            store.uncount(gift.giver(), day(gift.madeAt()), gift.amount().minor());
        }
    }

    private static String key(long id) {
        return "gift:" + id;
    }

    /** Returns the price of each kind. */
    static Map<Gift.Kind, Money> prices() {
        var prices = new EnumMap<Gift.Kind, Money>(Gift.Kind.class);
        for (var kind : Gift.Kind.values()) {
            prices.put(kind, kind.price());
        }
        return prices;
    }

    @EventListener
    void erased(PersonErased event) {
        store.erase(event.person());
    }
}
