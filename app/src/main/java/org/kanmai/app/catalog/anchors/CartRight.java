package org.kanmai.app.catalog.anchors;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.content.Works;
import org.kanmai.app.identity.People;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Tells whether a creator may show products in works, by the policy in force (EC-01, EC-02, EC-03). */
@Component
class CartRight {
    private final CartRightPolicy policy;
    private final People people;
    private final Works works;
    private final Shops shops;
    private final Clock clock;

    CartRight(CartRightPolicy policy, People people, Works works, Shops shops, Clock clock) {
        this.policy = policy;
        this.people = people;
        this.works = works;
        this.shops = shops;
        this.clock = clock;
    }

    /** By what somebody has the right. */
    enum By implements Code {
        AUDIENCE,
        SHOP
    }

    /** How a creator stands, with every bar in sight; {@code version} is the day on which the rule began. */
    record Standing(boolean held, @Nullable By by, LocalDate version, List<Term> terms) {}

    /** One bar: {@code needed} is the least that meets it. */
    record Term(String name, long needed, long have, boolean met) {
        static Term of(String name, long needed, long have) {
            return new Term(name, needed, have, have >= needed);
        }
    }

    Standing of(PersonId creator) {
        return standing(
                policy.on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                people.followers(creator),
                works.countOf(creator),
                people.verified(creator),
                shops.of(creator)
                        .filter(shop -> shop.state() == Shop.State.OPEN)
                        .isPresent());
    }

    static Standing standing(
            CartRightPolicy.Version version, long followers, long published, boolean verified, boolean shop) {
        var bars = version.audience();
        var audience = List.of(
                Term.of("followers", bars.followersAbove() + 1, followers),
                Term.of("works", bars.worksAbove() + 1, published),
                Term.of("real-name", bars.realName() ? 1 : 0, verified ? 1 : 0));
        var own = version.ownShop() ? Term.of("shop", 1, shop ? 1 : 0) : null;
        var by = audience.stream().allMatch(Term::met) ? By.AUDIENCE : own != null && own.met() ? By.SHOP : null;
        var terms = Stream.concat(audience.stream(), Stream.ofNullable(own)).toList();
        return new Standing(by != null, by, version.since(), terms);
    }

    void require(PersonId creator) {
        var standing = of(creator);
        if (!standing.held()) {
            throw new Refusal(
                            HttpStatus.FORBIDDEN,
                            "no-cart-right",
                            "You may not show products yet",
                            "See which bars of the cart right are still ahead of you.")
                    .with("standing", standing);
        }
    }
}
