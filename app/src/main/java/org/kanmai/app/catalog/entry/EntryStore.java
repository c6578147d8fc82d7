package org.kanmai.app.catalog.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Applications with their papers, sealed, and every decision about them. */
@Repository
class EntryStore {
    private static final String SELECT = """
            select entry.id, person, kind, goods, state, applied_at,
                   array(select place from catalog.entry_paper paper where paper.entry = entry.id order by place) as papers,
                   (select reason
                      from catalog.entry_decision decision
                     where decision.entry = entry.id
                       and not accepted
                       and state <> 'accepted'
                     order by decision.id desc
                     limit 1) as reason
              from catalog.entry
             where\s""";

    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins an application or changes one that is open; false when it waits or was accepted. */
    boolean save(long id, PersonId person, Wanted wanted, byte[] sealed) {
        return jdbc.sql("""
                insert into catalog.entry (id, person, kind, sealed, goods, state)
                     values (:id, :person, :kind, :sealed, :goods, 'draft')
                on conflict (person) do update
                        set kind = excluded.kind, sealed = excluded.sealed, goods = excluded.goods,
                            state = 'draft', applied_at = null
                      where entry.state in ('draft', 'refused')
                """)
                        .param("id", id)
                        .param("person", person.value())
                        .param("kind", wanted.kind().code())
                        .param("sealed", sealed)
                        .param("goods", wanted.goods())
                        .update()
                == 1;
    }

    Optional<Entry> of(PersonId person) {
        return jdbc.sql(SELECT + "person = :person")
                .param("person", person.value())
                .query(EntryStore::entry)
                .optional();
    }

    Optional<Entry> find(long id) {
        return jdbc.sql(SELECT + "entry.id = :id")
                .param("id", id)
                .query(EntryStore::entry)
                .optional();
    }

    List<Entry> waiting(Paging paging) {
        return jdbc.sql(SELECT + "state = 'applied' and entry.id < :before order by entry.id desc limit :rows")
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(EntryStore::entry)
                .list();
    }

    byte[] sealed(long id) {
        return jdbc.sql("select sealed from catalog.entry where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes("sealed"))
                .single();
    }

    /** Moves an application on; false when it is not in the first state any more. */
    boolean move(long id, Entry.State from, Entry.State to, Instant at) {
        return jdbc.sql("""
                update catalog.entry
                   set state = :to, applied_at = coalesce(applied_at, :at)
                 where id = :id
                   and state = :from
                """)
                        .param("id", id)
                        .param("from", from.code())
                        .param("to", to.code())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Puts a paper at its place while the application is open. */
    boolean put(long entry, int place, byte[] sealed) {
        return jdbc.sql("""
                insert into catalog.entry_paper (entry, place, sealed)
                select id, :place, :sealed
                  from catalog.entry
                 where id = :entry
                   and state in ('draft', 'refused')
                   for update
                on conflict (entry, place) do update
                        set sealed = excluded.sealed
                """)
                        .param("entry", entry)
                        .param("place", place)
                        .param("sealed", sealed)
                        .update()
                == 1;
    }

    boolean remove(long entry, int place) {
        return jdbc.sql("""
                delete from catalog.entry_paper
                 using catalog.entry
                 where entry.id = entry_paper.entry
                   and entry.id = :entry
                   and entry.state in ('draft', 'refused')
                   and entry_paper.place = :place
                """).param("entry", entry).param("place", place).update() == 1;
    }

    Optional<byte[]> paper(long entry, int place) {
        return jdbc.sql("select sealed from catalog.entry_paper where entry = :entry and place = :place")
                .param("entry", entry)
                .param("place", place)
                .query((row, number) -> row.getBytes("sealed"))
                .optional();
    }

    void decided(long id, long entry, boolean accepted, @Nullable String reason, PersonId by, Instant at) {
        jdbc.sql("""
                insert into catalog.entry_decision (id, entry, accepted, reason, decided_by, at)
                     values (:id, :entry, :accepted, :reason, :by, :at)
                """)
                .param("id", id)
                .param("entry", entry)
                .param("accepted", accepted)
                .param("reason", reason)
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    void erase(PersonId person) {
        jdbc.sql("delete from catalog.entry where person = :person")
                .param("person", person.value())
                .update();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        var applied = row.getTimestamp("applied_at");
        return new Entry(
                row.getLong("id"),
                new PersonId(row.getLong("person")),
                Code.parse(Entry.Kind.class, row.getString("kind")),
                row.getString("goods"),
                Code.parse(Entry.State.class, row.getString("state")),
                applied == null ? null : applied.toInstant(),
                List.of((Short[]) row.getArray("papers").getArray()).stream()
                        .map(Short::intValue)
                        .toList(),
                row.getString("reason"));
    }
}
