package org.kanmai.app.insight.regions;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.facts.Pseudonym;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of where the people behind pseudonyms live. */
@Repository
class HomeStore {
    private final JdbcClient jdbc;

    HomeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Pseudonym, Region> all(int most) {
        return jdbc
                .sql("select pseudonym, region from insight.region order by pseudonym desc limit :most")
                .param("most", most)
                .query((row, number) ->
                        Map.entry(new Pseudonym(row.getLong("pseudonym")), Region.parse(row.getString("region"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void keep(Map<Pseudonym, Region> regions) {
        var homes = List.copyOf(regions.entrySet());
        jdbc.sql("""
                insert into insight.region (pseudonym, region)
                select pseudonym, region
                  from unnest(:pseudonyms::bigint[], :regions::text[]) as home (pseudonym, region)
                 order by pseudonym
                on conflict (pseudonym) do update
                        set region = excluded.region
                """)
                .param(
                        "pseudonyms",
                        homes.stream().map(each -> each.getKey().value()).toArray(Long[]::new))
                .param(
                        "regions",
                        homes.stream().map(each -> each.getValue().code()).toArray(String[]::new))
                .update();
    }

    void delete(Collection<Pseudonym> pseudonyms) {
        jdbc.sql("delete from insight.region where pseudonym = any(:pseudonyms)")
                .param("pseudonyms", pseudonyms.stream().map(Pseudonym::value).toArray(Long[]::new))
                .update();
    }
}
