package org.kanmai.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.PoolFavour;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a merchant's credit does to the pools of works: nothing to the first, its factor to each later one, on the record. */
@KanmaiTest
class FavourTests {
    private final Street street;
    private final Ladders ladders;
    private final PoolStore pools;
    private final Verdicts verdicts;
    private final Ids ids;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final int port;

    FavourTests(
            Street street,
            Ladders ladders,
            PoolStore pools,
            Verdicts verdicts,
            Ids ids,
            Clock clock,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.street = street;
        this.ladders = ladders;
        this.pools = pools;
        this.verdicts = verdicts;
        this.ids = ids;
        this.clock = clock;
        this.jdbc = jdbc;
        this.port = port;
    }

    private record Merchant(long shop, PersonId person) {}

    private Merchant merchant() {
        long shop = Long.parseLong(street.shop(port, 1).id());
        return new Merchant(
                shop,
                jdbc.sql("select owner from catalog.shop where id = :shop")
                        .param("shop", shop)
                        .query((row, number) -> new PersonId(row.getLong("owner")))
                        .single());
    }

    private void honest(Merchant merchant) {
        long credit = ids.next();
        jdbc.sql("""
                insert into aftersales.credit (id, shop, version, level, score, names, figures, points, at)
                     values (:id, :shop, 1, 'honest', 100, '{}', '{}', '{}', now())
                """).param("id", credit).param("shop", merchant.shop).update();
        jdbc.sql("""
                insert into aftersales.credit_now (shop, credit, level, looked_at)
                     values (:shop, :credit, 'honest', '2100-01-01T00:00:00Z')
                """).param("shop", merchant.shop).param("credit", credit).update();
    }

    private void blacklisted(Merchant merchant) {
        jdbc.sql("""
                insert into aftersales.blacklisting (id, shop, state, reason, asked_by, asked_at, put_by, put_at)
                     values (:id, :shop, 'standing', 'fakes', 1, now(), 2, now())
                """).param("id", ids.next()).param("shop", merchant.shop).update();
    }

    /** Returns the pools of a work that two pools promoted. */
    private List<PoolRow> climbed(PersonId creator) {
        var work = ladders.published(creator, clock.instant());
        for (int pool = 1; pool < 3; pool++) {
            verdicts.take(ladders.judged(pools.of(work).getLast().opened(), 900, clock.instant()));
        }
        return pools.of(work);
    }

    private static void check(List<PoolRow> rows, PoolFavour favour) {
        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst().opened().favour()).isEqualTo(PoolFavour.NONE);
        for (int pool = 2; pool <= 3; pool++) {
            var opened = rows.get(pool - 1).opened();
            var judged = rows.get(pool - 2).judged();
            assertThat(judged).isNotNull();
            assertThat(opened.favour()).isEqualTo(favour);
            assertThat(opened.quota())
                    .isEqualTo(favour.of(PolicyDocument.first().quota(pool, judged.low())));
        }
    }

    @Test
    @Tag("EC-17")
    void anHonestMerchantsLaterPoolsAreThirteenTenthsAndTheFirstIsEverybodys() {
        var merchant = merchant();
        int first = climbed(merchant.person).getFirst().opened().quota();
        honest(merchant);
        var rows = climbed(merchant.person);
        assertThat(rows.getFirst().opened().quota()).isEqualTo(first);
        check(rows, new PoolFavour(1.3, "honest-merchant"));
    }

    @Test
    @Tag("EC-18")
    void aBlacklistedMerchantsLaterPoolsAreThreeTenthsEvenOfAnHonestOne() {
        var merchant = merchant();
        int first = climbed(merchant.person).getFirst().opened().quota();
        honest(merchant);
        blacklisted(merchant);
        var rows = climbed(merchant.person);
        assertThat(rows.getFirst().opened().quota()).isEqualTo(first);
        check(rows, new PoolFavour(0.3, "blacklisted"));
    }

    @Test
    @Tag("EC-17")
    void whoHasNoShopIsNotFavoured() {
        check(climbed(new PersonId(ids.next())), PoolFavour.NONE);
    }

    @Test
    @Tag("EC-17")
    void aWorkThatComesBackIsFavouredAsItWas() {
        var merchant = merchant();
        honest(merchant);
        var work = ladders.published(merchant.person, clock.instant());
        verdicts.take(ladders.judged(pools.of(work).getLast().opened(), 900, clock.instant()));
        var before = pools.of(work).getLast().opened();
        ladders.withdraw(work, merchant.person, clock.instant());
        ladders.publish(work, merchant.person, clock.instant());
        var after = pools.of(work).getLast().opened();
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.quota()).isEqualTo(before.quota());
        assertThat(after.favour()).isEqualTo(before.favour()).isNotEqualTo(PoolFavour.NONE);
    }
}
