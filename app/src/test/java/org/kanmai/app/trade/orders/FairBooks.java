package org.kanmai.app.trade.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What must agree at a fair whenever nothing moves: stock, coupons, groups and money, each reckoned from the orders alone. */
@Component
class FairBooks {
    private static final Currency YUAN = Currency.getInstance("CNY");

    /** Queries that count what contradicts something else; each must find nothing. */
    private static final List<String> CONTRADICTIONS = List.of(
            // a coupon gives what its redemptions say, a voucher is used where one stands
            """
            select count(*) from promotion.coupon
             where id = :coupon
               and (held <> (select coalesce(sum(minor), 0) from promotion.redemption
                              where coupon = :coupon and state <> 'back')
                    or taken <> (select count(*) from promotion.voucher where coupon = :coupon))
            """,
            """
            select count(*) from promotion.voucher
             where coupon = :coupon
               and (state = 'used') <> exists (select from promotion.redemption
                                                where redemption.voucher = voucher.id and redemption.state <> 'back')
            """,
            """
            select count(*) from promotion.redemption
              join trade.orders on orders.id = redemption.orders
             where redemption.coupon = :coupon
               and redemption.state <> case orders.state when 'placed' then 'held' when 'closed' then 'back'
                                                         when 'refunded' then 'back' else 'spent' end
            """,
            // a place is where its order is, and a group what its places make of it
            """
            select count(*) from promotion.seat
              join promotion.gathering on gathering.id = seat.gathering and gathering.deal = :deal
              join trade.orders on orders.id = seat.orders
             where not case seat.state
                       when 'held' then orders.state = 'placed'
                       when 'paid' then orders.state = 'paid'
                       when 'late' then orders.state = 'paid'
                       when 'left' then orders.state in ('closed', 'refunded')
                       else orders.state in ('paid', 'shipped', 'received', 'refunded') end
            """,
            """
            select count(*) from promotion.seat
              join promotion.gathering on gathering.id = seat.gathering and gathering.deal = :deal
             where (seat.state = 'done' and gathering.state <> 'complete')
            """,
            """
            select count(*) from promotion.gathering
             where deal = :deal
               and (select count(*) from promotion.seat where seat.gathering = gathering.id and seat.state <> 'left') > size
            """,
            """
            select count(*) from promotion.gathering
             where deal = :deal
               and state = 'open'
               and (select count(*) from promotion.seat where seat.gathering = gathering.id and seat.state = 'paid') = size
            """,
            // everybody in a complete group has the same price, once it is settled
            """
            select count(*) from promotion.seat
              join promotion.gathering on gathering.id = seat.gathering and gathering.deal = :deal
              join trade.line on line.orders = seat.orders
             where seat.state = 'done'
               and line.minor <> gathering.minor
            """,
            // units and limits of the deal
            """
            select count(*) from promotion.deal
             where id = :deal
               and taken <> (select coalesce(sum(seat.units), 0) from promotion.seat
                               join promotion.gathering on gathering.id = seat.gathering
                              where gathering.deal = :deal and seat.state <> 'left')
            """,
            """
            select count(*) from promotion.deal_claim
             where deal = :deal
               and units <> (select coalesce(sum(seat.units), 0) from promotion.seat
                               join promotion.gathering on gathering.id = seat.gathering
                              where gathering.deal = :deal and seat.state <> 'left' and seat.person = deal_claim.buyer)
            """,
            // nothing was sent that waits for others
            """
            select count(*) from trade.orders
              join promotion.seat on seat.orders = orders.id and seat.state <> 'done'
             where orders.shop = :shop and orders.shipped_at is not null
            """);

    private final JdbcClient jdbc;
    private final Ledger ledger;

    FairBooks(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    void check(Shop shop, String deal, String coupon, int units, String when) {
        for (var contradiction : CONTRADICTIONS) {
            assertThat(count(contradiction, shop, deal, coupon))
                    .as(when + ": " + contradiction)
                    .isZero();
        }
        assertThat(free(shop)).as(when + ": free units").isEqualTo(units - gone(shop));
        assertThat(ledger.balance(Account.held(ShopId.parse(shop.id())), YUAN).minor())
                .as(when + ": what the shop has")
                .isEqualTo(earned(shop));
        assertThat(unbalanced()).as(when + ": the sum of all postings").isZero();
    }

    void nothingHangs(Shop shop, String deal) {
        assertThat(count("""
                select (select count(*) from trade.orders where shop = :shop and state = 'placed')
                     + (select count(*) from promotion.gathering where deal = :deal and state = 'open')
                     + (select count(*) from promotion.seat join promotion.gathering on gathering.id = seat.gathering
                         where gathering.deal = :deal and seat.state in ('held', 'paid', 'late'))
                """, shop, deal, "0")).isZero();
    }

    private long count(String query, Shop shop, String deal, String coupon) {
        return jdbc.sql(query)
                .param("shop", Long.parseLong(shop.id()))
                .param("deal", Long.parseLong(deal))
                .param("coupon", Long.parseLong(coupon))
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private long free(Shop shop) {
        return number("select free from catalog.stock where bucket = 0 and sku = " + shop.sku());
    }

    /** Units in orders that stand, and in parcels that were sent. */
    private long gone(Shop shop) {
        return number("""
                select coalesce(sum(line.units), 0)
                  from trade.orders
                  join trade.line on line.orders = orders.id
                 where (orders.state in ('placed', 'paid', 'shipped', 'received')
                        or orders.state = 'refunded' and orders.shipped_at is not null)
                   and orders.shop =\s""" + shop.id());
    }

    private long earned(Shop shop) {
        return number("""
                select coalesce(sum(total + site_off - fee), 0)
                  from trade.orders
                 where state in ('paid', 'shipped', 'received')
                   and shop =\s""" + shop.id());
    }

    private long unbalanced() {
        return number("select coalesce(sum(minor), 0) from ledger.posting");
    }

    private long number(String query) {
        return jdbc.sql(query).query((row, number) -> row.getLong(1)).single();
    }
}
