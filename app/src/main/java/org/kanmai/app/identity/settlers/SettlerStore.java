package org.kanmai.app.identity.settlers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.app.identity.settlers.Settlers.Follow;
import org.kanmai.app.identity.settlers.Settlers.Newcomer;
import org.kanmai.facts.Binary;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes people who settle, set by set. */
@Repository
class SettlerStore {
    private static final String SETTLED = """
            select person.id, person.handle, pseudonym.pseudonym, consent.at
              from identity.person
              join identity.pseudonym on pseudonym.person = person.id and pseudonym.ended_at is null
              join identity.consent on consent.person = person.id and consent.purpose = 'behaviour' and consent.given
             where not exists (select from identity.credential where credential.person = person.id)
            """;

    private final JdbcClient jdbc;

    SettlerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody who settles, with a key of their own and the ids of three answers. */
    record Row(long id, Newcomer who, Pseudonym pseudonym, Binary wrappedKey, List<Long> answers) {
        Row {
            answers = List.copyOf(answers);
        }
    }

    /**
     * Adds people whose handles nobody has, each whole: yes to behaviour, to their region where they name one, and no to
     * notices. Returns where those who are new live.
     */
    Map<Pseudonym, Region> add(List<Row> rows) {
        return jdbc
                .sql("""
                with wanted as (
                         select *
                           from unnest(:ids::bigint[], :handles::text[], :names::text[], :pseudonyms::bigint[], :keys::bytea[],
                                       :joined::timestamptz[], :regions::text[])
                                with ordinality
                                as newcomer (id, handle, name, pseudonym, wrapped_key, joined_at, region, place)),
                     settled as (
                         insert into identity.person (id, handle, name, bio)
                         select id, handle, name, ''
                           from wanted
                             on conflict (handle) do nothing
                         returning id),
                     purposes as (
                         select wanted.id, purpose.code, wanted.joined_at,
                                purpose.code = 'behaviour' or purpose.code = 'region' and region is not null as given,
                                (:answers::bigint[])[(wanted.place - 1) * 3 + purpose.place] as answer
                           from settled
                           join wanted using (id)
                          cross join unnest(array['behaviour', 'region', 'notices'])
                                with ordinality as purpose (code, place)),
                     roles as (
                         insert into identity.role (person, role)
                         select id, unnest(array['viewer', 'creator'])
                           from settled),
                     consents as (
                         insert into identity.consent (person, purpose, given, at)
                         select id, code, given, joined_at
                           from purposes),
                     history as (
                         insert into identity.consent_history (id, person, purpose, given, at)
                         select answer, id, code, given, joined_at
                           from purposes),
                     regions as (
                         insert into identity.region (person, region, at)
                         select wanted.id, wanted.region, wanted.joined_at
                           from settled
                           join wanted using (id)
                          where wanted.region is not null),
                     pseudonyms as (
                         insert into identity.pseudonym (pseudonym, person, wrapped_key, day)
                         select wanted.pseudonym, wanted.id, wanted.wrapped_key,
                                (wanted.joined_at at time zone 'Asia/Shanghai')::date
                           from settled
                           join wanted using (id))
                select wanted.pseudonym, wanted.region
                  from settled
                  join wanted using (id)
                 where wanted.region is not null
                """)
                .param("ids", all(rows, Row::id, Long[]::new))
                .param("handles", all(rows, row -> row.who().handle(), String[]::new))
                .param("names", all(rows, row -> row.who().name(), String[]::new))
                .param("pseudonyms", all(rows, row -> row.pseudonym().value(), Long[]::new))
                .param(
                        "answers",
                        rows.stream().flatMap(row -> row.answers().stream()).toArray(Long[]::new))
                .param("keys", all(rows, row -> row.wrappedKey().bytes(), byte[][]::new))
                .param("joined", all(rows, row -> row.who().joinedAt().toString(), String[]::new))
                .param("regions", all(rows, SettlerStore::region, String[]::new))
                .query((row, number) ->
                        Map.entry(new Pseudonym(row.getLong("pseudonym")), Region.parse(row.getString("region"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static @Nullable String region(Row row) {
        var region = row.who().region();
        return region == null ? null : region.code();
    }

    List<Settler> byHandle(Collection<String> handles) {
        return jdbc.sql(SETTLED + " and person.handle = any(:handles)")
                .param("handles", handles.toArray(String[]::new))
                .query(SettlerStore::settler)
                .list();
    }

    List<Settler> byId(Collection<PersonId> people) {
        return jdbc.sql(SETTLED + " and person.id = any(:people)")
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .query(SettlerStore::settler)
                .list();
    }

    private static Settler settler(ResultSet row, int number) throws SQLException {
        return new Settler(
                new PersonId(row.getLong("id")),
                row.getString("handle"),
                new Pseudonym(row.getLong("pseudonym")),
                row.getTimestamp("at").toInstant());
    }

    /** Adds ties of different people; returns the ids of those that were not there. */
    Set<Long> follow(List<Follow> follows) {
        return new HashSet<>(jdbc.sql("""
                insert into identity.follow (id, follower, followed)
                select id, follower, followed
                  from unnest(:ids::bigint[], :followers::bigint[], :followed::bigint[]) as wanted (id, follower, followed)
                 where follower <> followed
                 order by follower, followed
                    on conflict (follower, followed) do nothing
                returning id
                """)
                .param("ids", all(follows, Follow::id, Long[]::new))
                .param(
                        "followers",
                        all(follows, each -> each.deed().settler().person().value(), Long[]::new))
                .param("followed", all(follows, each -> each.deed().creator().value(), Long[]::new))
                .query(Long.class)
                .list());
    }

    private static <R, T extends @Nullable Object> T[] all(
            List<R> rows, Function<R, T> of, java.util.function.IntFunction<T[]> array) {
        return rows.stream().map(of).toArray(array);
    }
}
