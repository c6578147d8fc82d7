package org.kanmai.app.identity.regions;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of regions; there is none without the consent to it. */
@Repository
class RegionStore {
    private final JdbcClient jdbc;

    RegionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Region> find(PersonId person) {
        return jdbc.sql("select region from identity.region where person = :person")
                .param("person", person.value())
                .query((row, number) -> Region.parse(row.getString("region")))
                .optional();
    }

    /** Keeps a region; false without consent. The lock makes a withdrawal wait, which then finds the row. */
    boolean keep(PersonId person, Region region, Instant at) {
        return jdbc.sql("""
                insert into identity.region (person, region, at)
                select person, :region, :at
                  from identity.consent
                 where person = :person
                   and purpose = 'region'
                   and given
                   for share
                on conflict (person) do update
                        set region = excluded.region, at = excluded.at
                """)
                        .param("person", person.value())
                        .param("region", region.code())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Returns who of some people has the same region as a person, unless that is one which is no place. */
    Set<PersonId> neighbours(PersonId person, Region noPlace, Collection<PersonId> among) {
        return jdbc.sql("""
                select other.person
                  from identity.region as own
                  join identity.region as other
                    on other.region = own.region
                 where own.person = :person
                   and own.region <> :none
                   and other.person = any(:among)
                   and other.person <> own.person
                """)
                .param("person", person.value())
                .param("none", noPlace.code())
                .param("among", among.stream().map(PersonId::value).toArray(Long[]::new))
                .query((row, number) -> new PersonId(row.getLong("person")))
                .set();
    }

    boolean delete(PersonId person) {
        return jdbc.sql("delete from identity.region where person = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }
}
