package org.kanmai.app.trade.messages;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.kanmai.facts.Code;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of shops' own words. */
@Repository
class MessageStore {
    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A shop's words for an occasion. */
    record Message(ShopId shop, Occasion occasion, Template template, Instant changedAt) {}

    List<Message> of(Collection<ShopId> shops) {
        return jdbc.sql("""
                select shop, occasion, chinese, english, changed_at
                  from trade.message
                 where shop = any(:shops)
                 order by shop, occasion
                """)
                .param("shops", shops.stream().map(ShopId::value).toArray(Long[]::new))
                .query((row, number) -> new Message(
                        new ShopId(row.getLong("shop")),
                        Code.parse(Occasion.class, row.getString("occasion")),
                        new Template(row.getString("chinese"), row.getString("english")),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    void put(Message message) {
        jdbc.sql("""
                insert into trade.message (shop, occasion, chinese, english, changed_at)
                     values (:shop, :occasion, :chinese, :english, :at)
                         on conflict (shop, occasion) do update
                        set chinese = excluded.chinese, english = excluded.english, changed_at = excluded.changed_at
                """)
                .param("shop", message.shop().value())
                .param("occasion", message.occasion().code())
                .param("chinese", message.template().chinese())
                .param("english", message.template().english())
                .param("at", Timestamp.from(message.changedAt()))
                .update();
    }

    void remove(ShopId shop, Occasion occasion) {
        jdbc.sql("delete from trade.message where shop = :shop and occasion = :occasion")
                .param("shop", shop.value())
                .param("occasion", occasion.code())
                .update();
    }
}
