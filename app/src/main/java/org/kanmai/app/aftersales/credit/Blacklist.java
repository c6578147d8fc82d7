package org.kanmai.app.aftersales.credit;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.kanmai.app.aftersales.credit.Blacklisting.State;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts shops on the blacklist and takes them off (EC-18): one operator asks, another does; an appeal is a third one's. */
@Component
class Blacklist {
    private final BlacklistStore store;
    private final Shops shops;
    private final Notices notices;
    private final Ids ids;
    private final Clock clock;

    Blacklist(BlacklistStore store, Shops shops, Notices notices, Ids ids, Clock clock) {
        this.store = store;
        this.shops = shops;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    long ask(PersonId operator, ShopId shop, String reason) {
        checkOthers(operator, shop);
        long id = ids.next();
        if (!store.ask(id, shop, reason, operator, clock.instant())) {
            throw Refusal.conflict("already-asked", "Already asked", "It is asked for already, or stands.");
        }
        return id;
    }

    /** Puts a shop there that another operator asked for. */
    @Transactional
    void put(PersonId operator, long id) {
        var asked = found(id);
        checkOthers(operator, asked.shop());
        checkSecond(!operator.equals(asked.askedBy()));
        if (!store.put(id, operator, clock.instant())) {
            throw moved();
        }
        tell(asked, "put");
    }

    /** Refuses what was asked for; who asked may take it back so. */
    @Transactional
    void refuse(PersonId operator, long id, String words) {
        var asked = found(id);
        checkOthers(operator, asked.shop());
        if (asked.state() != State.ASKED || !store.end(asked, State.REFUSED, words, operator, clock.instant())) {
            throw moved();
        }
    }

    /** Takes a shop's appeal, once. */
    @Transactional
    void appeal(ShopId shop, String words) {
        var standing = store.latest(shop)
                .filter(one -> one.state().isInForce())
                .orElseThrow(() -> Refusal.notFound("blacklisting"));
        if (!store.appeal(standing.id(), words, clock.instant())) {
            throw Refusal.conflict("appealed", "Appealed already", "There is one appeal.");
        }
    }

    /** Lifts what stands; what is appealed against only by a third operator. */
    @Transactional
    void lift(PersonId operator, long id, String words) {
        var standing = answerable(operator, id);
        if (!store.end(standing, State.LIFTED, words, operator, clock.instant())) {
            throw moved();
        }
        tell(standing, "lifted");
    }

    /** Leaves it standing in spite of an appeal. */
    @Transactional
    void uphold(PersonId operator, long id, String words) {
        var appealed = answerable(operator, id);
        if (!store.uphold(id, words)) {
            throw moved();
        }
        tell(appealed, "upheld");
    }

    private Blacklisting answerable(PersonId operator, long id) {
        var standing = found(id);
        checkOthers(operator, standing.shop());
        if (!standing.state().isInForce()) {
            throw moved();
        }
        boolean concerned = operator.equals(standing.askedBy()) || operator.equals(standing.putBy());
        checkSecond(standing.state() != State.APPEALED || !concerned);
        return standing;
    }

    private Blacklisting found(long id) {
        return store.find(id).orElseThrow(() -> Refusal.notFound("blacklisting"));
    }

    private void checkOthers(PersonId operator, ShopId shop) {
        var found = Optional.ofNullable(shops.find(Set.of(shop)).get(shop)).orElseThrow(() -> Refusal.notFound("shop"));
        if (found.owner() != null && found.owner().id().equals(operator)) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN, "own-subject", "This is yours", "Another operator has to decide about it.");
        }
    }

    private static void checkSecond(boolean another) {
        if (!another) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    "second-operator-needed",
                    "Another operator decides",
                    "Nobody decides about what is their own doing.");
        }
    }

    private void tell(Blacklisting one, String step) {
        Optional.ofNullable(shops.find(Set.of(one.shop())).get(one.shop()))
                .map(Shop::owner)
                .ifPresent(owner -> notices.tell(Telling.of(
                        owner.id(),
                        NoticeKind.CREDIT_CHANGED,
                        new NoticeSubject(
                                NoticeSubject.Kind.SHOP_BOARD, one.shop().value()),
                        "blacklist:" + one.id() + ":" + step)));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void erased(PersonErased event) {
        store.erase(event.person());
    }

    private static Refusal moved() {
        return Refusal.conflict("blacklisting-state", "It has moved on", "Somebody has decided; look at it again.");
    }
}
