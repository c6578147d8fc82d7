package org.kanmai.app.identity.consents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of consents and their history. */
@Component
final class ConsentStore {
    private final JdbcClient jdbc;

    ConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Purpose, Consent> of(PersonId person) {
        return jdbc
                .sql("select purpose, given, at from identity.consent where person = :person")
                .param("person", person.value())
                .query((row, number) -> consent(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Consent::purpose, Function.identity()));
    }

    /** Returns every answer that a person ever gave, the newest first. */
    List<Answered> history(PersonId person, Paging paging) {
        return jdbc.sql("""
                select id, purpose, given, at
                from identity.consent_history
                where person = :person and id < :before order by id desc limit :rows
                """)
                .param("person", person.value())
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query((row, number) -> new Answered(row.getLong("id"), consent(row)))
                .list();
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                Code.parse(Purpose.class, row.getString("purpose")),
                row.getBoolean("given"),
                row.getTimestamp("at").toInstant());
    }

    /** Makes changes of one person wait for each other, and returns whether the consent is given now. */
    boolean lock(PersonId person, Purpose purpose) {
        jdbc.sql("select id from identity.person where id = :person for update")
                .param("person", person.value())
                .query(Long.class)
                .single();
        return jdbc.sql("select coalesce((select given from identity.consent "
                        + "where person = :person and purpose = :purpose), false)")
                .param("person", person.value())
                .param("purpose", purpose.code())
                .query(Boolean.class)
                .single();
    }

    void keep(long id, PersonId person, Consent consent) {
        var at = Timestamp.from(Objects.requireNonNull(consent.at()));
        jdbc.sql("""
                insert into identity.consent (person, purpose, given, at) values (:person, :purpose, :given, :at)
                on conflict (person, purpose) do update set given = excluded.given, at = excluded.at
                """)
                .param("person", person.value())
                .param("purpose", consent.purpose().code())
                .param("given", consent.given())
                .param("at", at)
                .update();
        jdbc.sql("""
                insert into identity.consent_history (id, person, purpose, given, at)
                values (:id, :person, :purpose, :given, :at)
                """)
                .param("id", id)
                .param("person", person.value())
                .param("purpose", consent.purpose().code())
                .param("given", consent.given())
                .param("at", at)
                .update();
    }

    /** Returns the shares of people who answered, and of those who agreed. */
    Coverage coverage(Purpose purpose) {
        return jdbc.sql("""
                select count(consent.person)::float8 / greatest(count(*), 1) as answered,
                    (count(*) filter (where consent.given))::float8 / greatest(count(consent.person), 1) as given
                from identity.person
                left join identity.consent on consent.person = person.id and consent.purpose = :purpose
                where not person.erased
                """)
                .param("purpose", purpose.code())
                .query((row, number) -> new Coverage(row.getDouble("answered"), row.getDouble("given")))
                .single();
    }

    /** An answer and its place in the history. */
    record Answered(long id, Consent consent) {}

    record Coverage(double answered, double given) {
        static final Coverage UNKNOWN = new Coverage(Double.NaN, Double.NaN);
    }
}
