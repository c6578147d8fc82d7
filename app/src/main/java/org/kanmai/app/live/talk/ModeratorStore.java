package org.kanmai.app.live.talk;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who keeps order in a host's rooms, and what host and moderators did. */
@Repository
class ModeratorStore {
    private final JdbcClient jdbc;

    ModeratorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody did who keeps order; people are absent once erased. */
    record Deed(
            long id,
            @Nullable RoomId room,
            @Nullable PersonId by,
            Kind kind,
            @Nullable PersonId about,
            Instant at) {}

    /** What can be done. */
    enum Kind implements Code {
        GRANTED,
        REVOKED,
        MUTED,
        UNMUTED,
        PINNED,
        UNPINNED,
        CHANGED
    }

    List<PersonId> of(PersonId host) {
        return jdbc.sql("""
                select person
                  from live.moderator
                 where host = :host
                   and revoked_at is null
                 order by id
                """)
                .param("host", host.value())
                .query((row, number) -> new PersonId(row.getLong("person")))
                .list();
    }

    /** Names somebody; false when they are named already. */
    boolean grant(long id, PersonId host, PersonId person, Instant at) {
        return jdbc.sql("""
                insert into live.moderator (id, host, person, granted_at)
                values (:id, :host, :person, :at)
                    on conflict do nothing
                """)
                        .param("id", id)
                        .param("host", host.value())
                        .param("person", person.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean revoke(PersonId host, PersonId person, Instant at) {
        return jdbc.sql("""
                update live.moderator
                   set revoked_at = :at
                 where host = :host
                   and person = :person
                   and revoked_at is null
                """)
                        .param("host", host.value())
                        .param("person", person.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void note(PersonId host, Deed deed) {
        jdbc.sql("""
                insert into live.deed (id, host, room, by, kind, about, at)
                values (:id, :host, :room, :by, :kind, :about, :at)
                """)
                .param("id", deed.id())
                .param("host", host.value())
                .param("room", deed.room() == null ? null : deed.room().value(), Types.BIGINT)
                .param("by", deed.by() == null ? null : deed.by().value(), Types.BIGINT)
                .param("kind", deed.kind().code())
                .param("about", deed.about() == null ? null : deed.about().value(), Types.BIGINT)
                .param("at", Timestamp.from(deed.at()))
                .update();
    }

    List<Deed> deeds(PersonId host, Paging paging) {
        return jdbc.sql("""
                select id, room, by, kind, about, at
                  from live.deed
                 where host = :host
                   and id < :before
                 order by id desc
                 limit :rows
                """)
                .param("host", host.value())
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query((row, number) -> new Deed(
                        row.getLong("id"),
                        row.getObject("room", Long.class) == null ? null : new RoomId(row.getLong("room")),
                        row.getObject("by", Long.class) == null ? null : new PersonId(row.getLong("by")),
                        Code.parse(Kind.class, row.getString("kind")),
                        row.getObject("about", Long.class) == null ? null : new PersonId(row.getLong("about")),
                        Objects.requireNonNull(row.getTimestamp("at")).toInstant()))
                .list();
    }

    void erase(PersonId person) {
        jdbc.sql("""
                with gone as (
                         delete from live.moderator
                          where person = :person
                             or host = :person)
                update live.deed
                   set by = nullif(by, :person), about = nullif(about, :person)
                 where by = :person
                    or about = :person
                """).param("person", person.value()).update();
    }
}
