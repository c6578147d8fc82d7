package org.kanmai.app.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.notices.settings.NoticePurpose;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads inboxes, and what their owners do in them. */
@Repository
class InboxStore {
    private static final int MOST_NAMED = 3;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    InboxStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A line as it is kept. */
    record Row(
            long id,
            long place,
            NoticeKind kind,
            NoticeSubject subject,
            Map<String, String> arguments,
            Instant at,
            boolean read) {}

    /** Of how many parts a line is made, and the latest who caused them. */
    record Parts(int count, List<PersonId> actors) {
        static final Parts NONE = new Parts(0, List.of());
    }

    List<Row> list(PersonId person, @Nullable NoticePurpose purpose, Paging paging) {
        return jdbc.sql("""
                select id, place, kind, subject_kind, subject, arguments, at, read
                  from notices.notice
                 where person = :person
                   and purpose = coalesce(:purpose, purpose)
                   and place < :before
                 order by place desc
                 limit :rows
                """)
                .param("person", person.value())
                .param("purpose", purpose == null ? null : purpose.code(), Types.VARCHAR)
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query((row, number) -> row(row))
                .list();
    }

    Map<Long, Parts> parts(Collection<Long> notices) {
        return jdbc
                .sql("""
                select notice, count(*) as parts,
                       (array_agg(actor order by at desc) filter (where actor is not null))[1 : :most] as actors
                  from notices.part
                 where notice = any(:notices)
                 group by notice
                """)
                .param("notices", notices.toArray(Long[]::new))
                .param("most", MOST_NAMED)
                .query((row, number) -> Map.entry(row.getLong("notice"), parts(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Counts what is unread, as far as a limit. */
    int unread(PersonId person, int limit) {
        return jdbc.sql("""
                select count(*)
                  from (select 1 from notices.notice where person = :person and not read limit :limit) newest
                """)
                .param("person", person.value())
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /** Makes a line and all below it read; false when there is no such line. */
    boolean readUpTo(PersonId person, long id) {
        var place = jdbc.sql("select place from notices.notice where id = :id and person = :person")
                .param("id", id)
                .param("person", person.value())
                .query(Long.class)
                .optional();
        place.ifPresent(top ->
                jdbc.sql("""
                        update notices.notice
                           set read = true
                         where person = :person
                           and not read
                           and place <= :top
                        """).param("person", person.value()).param("top", top).update());
        return place.isPresent();
    }

    boolean read(PersonId person, long id) {
        return jdbc.sql("update notices.notice set read = true where id = :id and person = :person")
                        .param("id", id)
                        .param("person", person.value())
                        .update()
                == 1;
    }

    boolean delete(PersonId person, long id) {
        return jdbc.sql("delete from notices.notice where id = :id and person = :person")
                        .param("id", id)
                        .param("person", person.value())
                        .update()
                == 1;
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getLong("place"),
                Code.parse(NoticeKind.class, row.getString("kind")),
                new NoticeSubject(
                        Code.parse(NoticeSubject.Kind.class, row.getString("subject_kind")), row.getLong("subject")),
                json.readValue(row.getString("arguments"), ToldStore.ARGUMENTS),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("read"));
    }

    private static Parts parts(ResultSet row) throws SQLException {
        var actors = row.getArray("actors");
        var named = actors == null
                ? List.<PersonId>of()
                : Arrays.stream((Long[]) actors.getArray()).map(PersonId::new).toList();
        return new Parts(row.getInt("parts"), named);
    }
}
