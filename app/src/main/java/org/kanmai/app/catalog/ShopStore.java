package org.kanmai.app.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shops: one a person; no two open ones have the same name. */
@Repository
class ShopStore {
    private static final String COLUMNS = "id, owner, name, about, state, opened_at";

    private final JdbcClient jdbc;

    ShopStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A shop as it is kept; {@code owner} is absent once that person is erased. */
    record Row(ShopId id, @Nullable PersonId owner, String name, String about, Shop.State state, Instant openedAt) {}

    /** Opens a shop; false when the owner has one. Throws {@link DuplicateKeyException} when the name is taken. */
    boolean add(ShopId id, PersonId owner, String name, String about, Instant at) {
        return jdbc.sql("""
                insert into catalog.shop (id, owner, name, about, state, opened_at)
                     values (:id, :owner, :name, :about, 'open', :at)
                on conflict (owner) do nothing
                """)
                        .param("id", id.value())
                        .param("owner", owner.value())
                        .param("name", name)
                        .param("about", about)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Changes a shop's words and state; throws {@link DuplicateKeyException} when the name is taken. */
    void save(ShopId id, String name, String about, Shop.State state) {
        jdbc.sql("""
                update catalog.shop
                   set name = :name, about = :about, state = :state
                 where id = :id
                """)
                .param("id", id.value())
                .param("name", name)
                .param("about", about)
                .param("state", state.code())
                .update();
    }

    Optional<Row> of(PersonId owner) {
        return jdbc.sql("select " + COLUMNS + " from catalog.shop where owner = :owner")
                .param("owner", owner.value())
                .query(ShopStore::row)
                .optional();
    }

    List<Row> find(Collection<ShopId> ids) {
        return jdbc.sql("select " + COLUMNS + " from catalog.shop where id = any(:ids)")
                .param("ids", ids.stream().map(ShopId::value).toArray(Long[]::new))
                .query(ShopStore::row)
                .list();
    }

    Map<ShopId, PersonId> open(ShopId after, int limit) {
        var owners = new LinkedHashMap<ShopId, PersonId>();
        jdbc.sql("""
                select id, owner
                  from catalog.shop
                 where id > :after
                   and state = 'open'
                   and owner is not null
                 order by id
                 limit :limit
                """).param("after", after.value()).param("limit", limit).query(row -> {
            owners.put(new ShopId(row.getLong("id")), new PersonId(row.getLong("owner")));
        });
        return owners;
    }

    Map<ShopId, String> names(Collection<ShopId> ids, boolean closedToo) {
        return jdbc
                .sql("""
                select id, name
                  from catalog.shop
                 where id = any(:ids)
                   and (state = 'open' or :closedToo)
                """)
                .param("ids", ids.stream().map(ShopId::value).toArray(Long[]::new))
                .param("closedToo", closedToo)
                .query((row, number) -> Map.entry(new ShopId(row.getLong("id")), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Closes an erased person's shop and takes the name and words from it. */
    void erase(PersonId owner) {
        jdbc.sql("""
                update catalog.shop
                   set owner = null, name = '', about = '', state = 'closed'
                 where owner = :owner
                """).param("owner", owner.value()).update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        long owner = row.getLong("owner");
        return new Row(
                new ShopId(row.getLong("id")),
                row.wasNull() ? null : new PersonId(owner),
                row.getString("name"),
                row.getString("about"),
                Code.parse(Shop.State.class, row.getString("state")),
                row.getTimestamp("opened_at").toInstant());
    }
}
