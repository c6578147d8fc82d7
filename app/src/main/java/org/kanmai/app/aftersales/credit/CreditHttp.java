package org.kanmai.app.aftersales.credit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.aftersales.credit.Credit.Level;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.policy.Policies;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.distribution.policy.CreditMark;
import org.kanmai.facts.ShopId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a shop's record is worth: in a word for everybody, with its reasons for its owner. */
@RestController
class CreditHttp {
    private static final int HISTORY = 20;

    private final CreditStore store;
    private final BlacklistStore listings;
    private final Blacklist blacklist;
    private final CreditMarks marks;
    private final Policies policies;
    private final Shops shops;

    CreditHttp(
            CreditStore store,
            BlacklistStore listings,
            Blacklist blacklist,
            CreditMarks marks,
            Policies policies,
            Shops shops) {
        this.store = store;
        this.listings = listings;
        this.blacklist = blacklist;
        this.marks = marks;
        this.policies = policies;
        this.shops = shops;
    }

    /** How a shop stands in everybody's eyes: a mark or none, and its level; absent until it was looked at. */
    record Standing(String mark, @Nullable Level level) {}

    /**
     * One reason.
     *
     * @param most points that it can give
     * @param all the figure that gives all of them
     * @param none the figure that gives none
     */
    record Term(Credit.Measure measure, double figure, int points, int most, double all, double none) {
        static Term of(Credit.Term term) {
            var measure = term.measure();
            return new Term(measure, term.figure(), term.points(), measure.most(), measure.all(), measure.none());
        }
    }

    /** What a record came to, by which version of the rules, since when. */
    record Came(Level level, int score, int version, Instant at, List<Term> terms) {
        Came {
            terms = List.copyOf(terms);
        }

        static Came of(CreditStore.Row row) {
            return new Came(
                    row.credit().level(),
                    row.credit().score(),
                    row.version(),
                    row.at(),
                    row.credit().terms().stream().map(Term::of).toList());
        }
    }

    /** Why a shop is on the blacklist, or was. */
    record Listed(
            Blacklisting.State state,
            String reason,
            @Nullable Instant at,
            String appeal,
            String answer) {
        static Listed of(Blacklisting one) {
            return new Listed(one.state(), one.reason(), one.putAt(), one.appeal(), one.answer());
        }
    }

    /**
     * What its owner sees.
     *
     * @param now absent until the shop was looked at
     * @param history the latest first
     * @param listed absent when it never was on the blacklist
     * @param factor by how much the quotas of later pools are multiplied now
     */
    record Own(
            String mark,
            double factor,
            int honest,
            int plain,
            int enough,
            @Nullable Came now,
            List<Came> history,
            @Nullable Listed listed) {
        Own {
            history = List.copyOf(history);
        }
    }

    /** What an owner says against the blacklist. */
    record Appeal(String words) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/shops/{id}/credit")
    Standing standing(@PathVariable ShopId id) {
        var level = store.now(id).map(row -> row.credit().level()).orElse(null);
        return new Standing(marks.of(id).key(), level);
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/credit")
    Own own(Viewer viewer) {
        return own(shop(viewer));
    }

    private Own own(ShopId shop) {
        var mark = marks.of(shop);
        return new Own(
                mark.key(),
                factor(mark),
                Credit.HONEST,
                Credit.PLAIN,
                Credit.ENOUGH,
                store.now(shop).map(Came::of).orElse(null),
                store.history(shop, HISTORY).stream().map(Came::of).toList(),
                listings.latest(shop).map(Listed::of).orElse(null));
    }

    /** Later pools have one rule. */
    private double factor(CreditMark mark) {
        return policies.inForce().credit().favour(2, mark).factor();
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/shop/credit/appeal")
    @ResponseStatus(HttpStatus.CREATED)
    Own appeal(@RequestBody Appeal appeal, Viewer viewer) {
        var shop = shop(viewer);
        blacklist.appeal(shop, Reasons.needed("words", appeal.words()));
        return own(shop);
    }

    private ShopId shop(Viewer viewer) {
        return shops.of(viewer.self()).map(Shop::id).orElseThrow(() -> Refusal.notFound("shop"));
    }
}
