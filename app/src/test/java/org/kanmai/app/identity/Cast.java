package org.kanmai.app.identity;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.kanmai.app.web.Role;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes people for tests and looks at what is kept of them. */
@Component
public class Cast {
    private static final AtomicLong COUNT = new AtomicLong(System.nanoTime());

    private final JdbcClient jdbc;
    private final People people;

    Cast(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** Returns a handle that nobody has. */
    public static String handle(String name) {
        return (name + "_" + Long.toString(COUNT.incrementAndGet() & 0xFFFFFFFFFFL, 36)).toLowerCase(Locale.ROOT);
    }

    public PersonId id(String handle) {
        return people.byHandle(handle).orElseThrow().id();
    }

    public void makeOperator(String handle) {
        jdbc.sql("insert into identity.role (person, role) values (:person, 'operator')")
                .param("person", id(handle).value())
                .update();
    }

    /** Leaves somebody just one role; it counts from their next sign-in. */
    public void become(String handle, Role... roles) {
        long person = id(handle).value();
        jdbc.sql("delete from identity.role where person = :person")
                .param("person", person)
                .update();
        for (var role : roles) {
            jdbc.sql("insert into identity.role (person, role) values (:person, :role)")
                    .param("person", person)
                    .param("role", role.code())
                    .update();
        }
    }

    public long pseudonym(PersonId person) {
        return jdbc.sql("select pseudonym from identity.pseudonym where person = :person and ended_at is null")
                .param("person", person.value())
                .query(Long.class)
                .single();
    }

    /** Returns the tables of every schema of ours that hold a text, in a text column or inside bytes. */
    public List<String> tablesHolding(String text) {
        var tables = jdbc.sql("""
                select table_schema || '.' || table_name from information_schema.tables
                where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
                """).query((row, number) -> row.getString(1)).list();
        return tables.stream().filter(table -> holds(table, text)).toList();
    }

    private boolean holds(String table, String text) {
        return jdbc.sql("select exists (select from " + table + """
                 as row where position(:text in row::text) > 0
                or position(encode(convert_to(:text, 'UTF8'), 'hex') in row::text) > 0)
                """)
                .param("text", text)
                .query(Boolean.class)
                .single();
    }
}
