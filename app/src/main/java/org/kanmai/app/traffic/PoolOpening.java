package org.kanmai.app.traffic;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.kanmai.app.catalog.anchors.Anchors;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.policy.Policies;
import org.kanmai.app.traffic.PoolRow.State;
import org.kanmai.app.traffic.favours.MerchantCredit;
import org.kanmai.distribution.judging.Openings;
import org.kanmai.distribution.ladder.Cohort;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Trade;
import org.kanmai.facts.Ids;
import org.kanmai.facts.NamedNumber;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.PoolFavour;
import org.kanmai.facts.PoolOpened;
import org.kanmai.facts.WorkId;
import org.kanmai.facts.WorkPublished;
import org.kanmai.facts.WorkWithdrawn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets works into pools: the first when a work is published, in the same transaction, a later one when the one before let it go on. */
@Component
class PoolOpening {
    private static final String SCENE = "scene:";

    private final PoolStore store;
    private final HotStore hot;
    private final Policies policies;
    private final Merits merits;
    private final Bars bars;
    private final Anchors anchors;
    private final MerchantCredit credit;
    private final TrafficSettings settings;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    PoolOpening(
            PoolStore store,
            HotStore hot,
            Policies policies,
            Merits merits,
            Bars bars,
            Anchors anchors,
            MerchantCredit credit,
            TrafficSettings settings,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.hot = hot;
        this.policies = policies;
        this.merits = merits;
        this.bars = bars;
        this.anchors = anchors;
        this.credit = credit;
        this.settings = settings;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who was in a pool before goes on where it was; a change of words opens nothing. */
    @EventListener
    @Transactional
    public void published(WorkPublished published) {
        if (first(published)) {
            return;
        }
        var before = store.of(published.work());
        if (before.getLast().state() == State.WITHDRAWN) {
            again(before.getLast());
        }
    }

    @EventListener
    @Transactional
    public void withdrawn(WorkWithdrawn withdrawn) {
        store.withdraw(withdrawn.work());
    }

    @EventListener
    @Transactional
    public void erased(PersonErased erased) {
        store.erase(erased.person());
        hot.erase(erased.person());
    }

    private boolean first(WorkPublished published) {
        if (store.knows(published.work())) {
            return false;
        }
        var policy = policies.at(published.at());
        var creator = published.creator();
        int days = Merits.days(creator, published.at());
        var earned = merits.of(published, policy);
        var cohort = Cohort.of(policy, vertical(published.tags()), published.durationMillis() / 1_000.0, days);
        open(new Opening(
                policy,
                1,
                published.work(),
                creator,
                earned.quota(),
                cohort,
                Openings.merits(earned.weight()),
                PoolFavour.NONE,
                published.at(),
                published.origin()));
        return true;
    }

    private static String vertical(List<String> tags) {
        return tags.stream()
                .filter(tag -> tag.startsWith(SCENE))
                .map(tag -> tag.substring(SCENE.length()))
                .findFirst()
                .orElse(Cohort.ANY);
    }

    private void again(PoolRow withdrawn) {
        open(Opening.after(
                withdrawn,
                policies.inForce(),
                withdrawn.opened().pool(),
                withdrawn.opened().quota(),
                withdrawn.opened().favour(),
                clock.instant()));
    }

    /** Lets a promoted work into its next pool; its creator's credit is multiplied into what it has earned. */
    void next(PoolRow promoted, int quota) {
        int pool = promoted.opened().pool() + 1;
        var policy = policies.inForce();
        var favour = policy.credit().favour(pool, credit.of(Objects.requireNonNull(promoted.creator())));
        open(Opening.after(promoted, policy, pool, favour.of(quota), favour, since(promoted)));
    }

    /** A work whose past is being told goes on when it was judged, so that what it was shown then counts; any other goes on now. */
    private Instant since(PoolRow promoted) {
        var now = clock.instant();
        var judged = promoted.judged();
        return judged != null && now.isBefore(promoted.tendedAt()) ? judged.at() : now;
    }

    private record Opening(
            DistributionPolicy policy,
            int pool,
            WorkId work,
            PersonId creator,
            int quota,
            Cohort cohort,
            List<NamedNumber> merits,
            PoolFavour favour,
            Instant at,
            Origin origin) {

        static Opening after(
                PoolRow before, DistributionPolicy policy, int pool, int quota, PoolFavour favour, Instant at) {
            return new Opening(
                    policy,
                    pool,
                    before.opened().work(),
                    Objects.requireNonNull(before.creator()),
                    quota,
                    Cohort.parse(before.opened().target().cohort()),
                    before.opened().merits(),
                    favour,
                    at,
                    before.opened().origin());
        }

        boolean isHot() {
            return pool > policy.pools().size();
        }

        /** What goes hot is looked at as the last pool is. */
        int ruled() {
            return Math.min(pool, policy.pools().size());
        }
    }

    private void open(Opening opening) {
        var policy = opening.policy();
        var sells = anchors.showing(List.of(opening.work())).isEmpty() ? Trade.SHOWS_NOTHING : Trade.SELLS;
        var bar = bars.of(policy, opening.cohort(), opening.ruled());
        var opened = new PoolOpened(
                ids.next(),
                opening.at(),
                opening.origin(),
                opening.work(),
                opening.creator(),
                opening.pool(),
                opening.quota(),
                opening.at().plus(policy.pool(opening.ruled()).deadline()),
                policy.version(),
                Openings.rules(policy, opening.ruled(), sells),
                Openings.target(opening.cohort(), bar),
                opening.merits(),
                opening.favour());
        if (store.add(opened, opening.isHot(), tended(opening.at()))) {
            events.publishEvent(opened);
        }
    }

    private Instant tended(Instant at) {
        var now = clock.instant();
        return at.isBefore(now.minus(settings.past())) ? now.plus(settings.pastWithin()) : at;
    }
}
