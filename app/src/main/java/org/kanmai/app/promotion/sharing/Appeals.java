package org.kanmai.app.promotion.sharing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.promotion.coupons.Coupons;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.AppealId;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Friends help with a coupon: its piece lies aside until as many have helped as it takes; who can't help is told why (SF-03). */
@Component
class Appeals {
    private static final Logger log = LoggerFactory.getLogger(Appeals.class);
    private static final int BATCH = 200;

    private final AppealStore store;
    private final Coupons coupons;
    private final SharingSettings settings;
    private final TransactionTemplate transactions;
    private final Ids ids;
    private final Clock clock;

    Appeals(
            AppealStore store,
            Coupons coupons,
            SharingSettings settings,
            TransactionTemplate transactions,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.coupons = coupons;
        this.settings = settings;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks for help with a coupon, and lays a piece of it aside; asked again it is the same. */
    @Transactional
    Appeal ask(PersonId person, CouponId id) {
        var friendly = coupons.friendly(id);
        var asked = store.of(person, id);
        if (asked.isPresent()) {
            return asked.get();
        }
        var now = clock.instant();
        var voucher = coupons.layAside(person, id);
        var appeal = new Appeal(
                new AppealId(ids.next()),
                id,
                voucher,
                person,
                friendly.friends(),
                0,
                Appeal.State.OPEN,
                earlier(now.plus(settings.helpWithin()), friendly.coupon().endsAt()));
        store.add(appeal, now);
        return appeal;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Helps with an appeal; the last one that it takes unlocks the coupon. */
    @Transactional
    void help(PersonId helper, AppealId id) {
        var now = clock.instant();
        var appeal = store.lock(id).orElseThrow(() -> Refusal.notFound("appeal"));
        if (helper.equals(appeal.person())) {
            throw Refusal.conflict("help-own", "It is your own", "Others have to help you; share the link with them.");
        }
        if (!appeal.openAt(now)) {
            throw Refusal.conflict("help-over", "No help is needed", "Enough have helped, or the time is over.");
        }
        if (store.helpedSince(helper, now.minus(Duration.ofDays(1))) >= settings.helpsPerDay()) {
            throw new Refusal(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-helps",
                    "You have helped many",
                    "A person can help " + settings.helpsPerDay() + " others a day; come back tomorrow.");
        }
        if (!store.help(appeal, helper, now)) {
            throw Refusal.conflict("helped-before", "You have helped", "A person can help once with each coupon.");
        }
        store.count(id);
        if (appeal.helped() + 1 == appeal.needed() && !coupons.unlock(appeal.voucher())) {
            throw new IllegalStateException("the piece of appeal " + id + " is not laid aside");
        }
    }

    /** Ends what nobody has helped with in time; one that fails is left for the next time and stops none of the others. */
    @Scheduled(fixedDelay = 5_000)
    void lapseDue() {
        for (var id : store.due(clock.instant(), BATCH)) {
            try {
                transactions.executeWithoutResult(status -> lapse(id));
            } catch (RuntimeException failure) {
                log.warn("appeal {} could not be ended", id, failure);
            }
        }
    }

    private void lapse(AppealId id) {
        var appeal = store.lock(id).orElseThrow();
        if (appeal.state() == Appeal.State.OPEN) {
            store.lapse(id);
            coupons.layBack(appeal.voucher());
        }
    }

    @EventListener
    void erased(PersonErased event) {
        store.erase(event.person());
    }
}
