package org.kanmai.app.notices.settings;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of what people chose. */
@Repository
class PreferenceStore {
    private final JdbcClient jdbc;

    PreferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<PersonId, Preferences> find(Collection<PersonId> people) {
        return jdbc
                .sql("""
                select person, inbox, mail, quiet, quiet_from, quiet_until, zone
                  from notices.preference
                 where person = any(:people)
                """)
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .query((row, number) -> Map.entry(new PersonId(row.getLong("person")), preferences(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void save(PersonId person, Preferences chosen) {
        jdbc.sql("""
                insert into notices.preference (person, inbox, mail, quiet, quiet_from, quiet_until, zone)
                     values (:person, :inbox, :mail, :quiet, :from, :until, :zone)
                on conflict (person) do update
                        set inbox = excluded.inbox, mail = excluded.mail, quiet = excluded.quiet,
                            quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, zone = excluded.zone
                """)
                .param("person", person.value())
                .param("inbox", codes(chosen.inbox()))
                .param("mail", codes(chosen.mail()))
                .param("quiet", chosen.quiet().on())
                .param("from", chosen.quiet().from())
                .param("until", chosen.quiet().until())
                .param("zone", chosen.quiet().zone().getId())
                .update();
    }

    void delete(PersonId person) {
        jdbc.sql("delete from notices.preference where person = :person")
                .param("person", person.value())
                .update();
    }

    private static Preferences preferences(ResultSet row) throws SQLException {
        return new Preferences(
                purposes(row.getArray("inbox")),
                purposes(row.getArray("mail")),
                new QuietHours(
                        row.getBoolean("quiet"),
                        row.getObject("quiet_from", LocalTime.class),
                        row.getObject("quiet_until", LocalTime.class),
                        ZoneId.of(row.getString("zone"))));
    }

    private static Set<NoticePurpose> purposes(Array codes) throws SQLException {
        return Arrays.stream((String[]) codes.getArray())
                .map(code -> Code.parse(NoticePurpose.class, code))
                .collect(Collectors.toSet());
    }

    private static String[] codes(Set<NoticePurpose> purposes) {
        return purposes.stream().map(NoticePurpose::code).sorted().toArray(String[]::new);
    }
}
