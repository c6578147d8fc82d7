package org.kanmai.app.promotion.coupons;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.VoucherId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What vouchers take off orders. */
@Repository
class RedemptionStore {
    private final JdbcClient jdbc;

    RedemptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Redemption> some, Instant at) {
        jdbc.sql("""
                insert into promotion.redemption (orders, voucher, coupon, minor, state, at)
                select orders, voucher, coupon, minor, 'held', :at
                  from unnest(:orders::bigint[], :vouchers::bigint[], :coupons::bigint[], :minors::bigint[])
                       as wanted (orders, voucher, coupon, minor)
                """)
                .param("orders", all(some, each -> each.order().value()))
                .param("vouchers", all(some, each -> each.voucher().value()))
                .param("coupons", all(some, each -> each.coupon().value()))
                .param("minors", all(some, each -> each.off().minor()))
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Long[] all(List<Redemption> some, ToLongFunction<Redemption> of) {
        return some.stream().mapToLong(of).boxed().toArray(Long[]::new);
    }

    /** Remembers that an order is paid. */
    void spend(OrderId order) {
        jdbc.sql("update promotion.redemption set state = 'spent' where orders = :order and state = 'held'")
                .param("order", order.value())
                .update();
    }

    /** Takes back what was taken off an order, once, and returns it in the order of the coupons' ids. */
    List<Redemption> giveBack(OrderId order) {
        return jdbc.sql("""
                with gone as (
                         update promotion.redemption
                            set state = 'back'
                          where orders = :order
                            and state in ('held', 'spent')
                         returning voucher, coupon, minor)
                select gone.voucher, gone.coupon, gone.minor, coupon.currency
                  from gone
                  join promotion.coupon on coupon.id = gone.coupon
                 order by gone.coupon
                """)
                .param("order", order.value())
                .query((row, number) -> new Redemption(
                        order,
                        new VoucherId(row.getLong("voucher")),
                        new CouponId(row.getLong("coupon")),
                        Money.of(row.getLong("minor"), row.getString("currency"))))
                .list();
    }
}
