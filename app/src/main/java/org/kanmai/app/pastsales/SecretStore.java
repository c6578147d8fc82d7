package org.kanmai.app.pastsales;

import java.util.Optional;
import org.kanmai.facts.Binary;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sealed secret of each shop that has brought customers along. */
@Repository
class SecretStore {
    private final JdbcClient jdbc;

    SecretStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Binary> find(ShopId shop) {
        return jdbc.sql("""
                select sealed
                  from pastsales.secret
                 where shop = :shop
                """)
                .param("shop", shop.value())
                .query((row, number) -> Binary.of(row.getBytes("sealed")))
                .optional();
    }

    /** Adds a secret, unless the shop has one. */
    void add(ShopId shop, byte[] sealed) {
        jdbc.sql("""
                insert into pastsales.secret (shop, sealed)
                values (:shop, :sealed)
                    on conflict do nothing
                """).param("shop", shop.value()).param("sealed", sealed).update();
    }

    /** Takes away the secret and everything that was told apart by it. */
    void forget(ShopId shop) {
        jdbc.sql("""
                with forgotten as (
                         delete from pastsales.secret
                          where shop = :shop)
                update pastsales.invoice
                   set customer = null
                 where shop = :shop
                   and customer is not null
                """).param("shop", shop.value()).update();
    }
}
