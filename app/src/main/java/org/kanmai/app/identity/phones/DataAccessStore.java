package org.kanmai.app.identity.phones;

import java.util.List;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of readings; they are only added, and end with the person whom they are about. */
@Component
final class DataAccessStore {
    private final JdbcClient jdbc;

    DataAccessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> of(PersonId person, Paging paging) {
        return jdbc.sql("""
                select access.id, access.at, coalesce(reader.handle, '') as by, access.field, access.reason
                from identity.data_access as access join identity.person as reader on reader.id = access.reader
                where access.person = :person and access.id < :before order by access.id desc limit :rows
                """)
                .param("person", person.value())
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        new DataAccess(
                                row.getTimestamp("at").toInstant(),
                                row.getString("by"),
                                row.getString("field"),
                                row.getString("reason"))))
                .list();
    }

    record Row(long id, DataAccess access) {}
}
