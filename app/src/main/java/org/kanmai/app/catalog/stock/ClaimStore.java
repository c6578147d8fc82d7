package org.kanmai.app.catalog.stock;

import java.util.List;
import java.util.Objects;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.facts.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many units of each sale a buyer has; a constraint of the database says that it is never more than one may. */
@Repository
class ClaimStore {
    private final JdbcClient jdbc;

    ClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds units to what a buyer has of a sale; false when that would be more than one may, or there is no such sale now. */
    boolean claim(PersonId buyer, Stock.Wanted wanted) {
        return jdbc.sql("""
                insert into catalog.claim as had (sale, buyer, most, units)
                select id, :buyer, most, :units
                  from catalog.sale
                 where id = :sale
                   and state = 'planned'
                   and most >= :units
                on conflict (sale, buyer) do update
                        set units = had.units + excluded.units
                      where had.units + excluded.units <= had.most
                """)
                        .param("buyer", buyer.value())
                        .param("units", wanted.units())
                        .param("sale", Objects.requireNonNull(wanted.sale()).value())
                        .update()
                == 1;
    }

    /** Takes units off what a buyer has of their sales. */
    void giveBack(PersonId buyer, List<Stock.Given> given) {
        var sold = given.stream().filter(each -> each.sale() != null).toList();
        if (sold.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update catalog.claim
                   set units = claim.units - given.units
                  from unnest(:sales::bigint[], :units::integer[]) as given (sale, units)
                 where claim.sale = given.sale
                   and claim.buyer = :buyer
                """)
                .param("buyer", buyer.value())
                .param(
                        "sales",
                        sold.stream()
                                .map(each -> Objects.requireNonNull(each.sale()).value())
                                .toArray(Long[]::new))
                .param("units", sold.stream().map(Stock.Given::units).toArray(Integer[]::new))
                .update();
    }

    @EventListener
    void erased(PersonErased event) {
        jdbc.sql("delete from catalog.claim where buyer = :buyer")
                .param("buyer", event.person().value())
                .update();
    }
}
