package org.kanmai.app.ledger;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Adds many entries and all of their postings in one statement. */
@Repository
class JournalStore {
    private final JdbcClient jdbc;

    JournalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One posting, its entry and its place there. */
    private record Line(Booking entry, int place, Posting posting) {}

    /** Opens the accounts that are missing, in one order for all. */
    void open(List<Booking> entries) {
        accounts(jdbc.sql("""
                insert into ledger.account (party_kind, party, purpose, currency)
                select distinct party_kind, party, purpose, currency
                  from unnest(:kinds::text[], :parties::bigint[], :purposes::text[], :currencies::text[])
                       as wanted (party_kind, party, purpose, currency)
                 order by party_kind, party, purpose, currency
                    on conflict do nothing
                """), lines(entries)).update();
    }

    /** Adds entries, but those of a key that is there already, once every account is open; returns how many postings that were. */
    int add(List<Booking> entries) {
        var lines = lines(entries);
        return accounts(jdbc.sql("""
                with wanted as (
                         select *
                           from unnest(:entries::bigint[], :places::smallint[], :kinds::text[], :parties::bigint[],
                                       :purposes::text[], :currencies::text[], :minors::bigint[])
                                as posting (entry, line, party_kind, party, purpose, currency, minor)),
                     found as (
                         select wanted.entry, wanted.line, account.id as account, wanted.minor
                           from wanted
                           join ledger.account using (party_kind, party, purpose, currency)),
                     booked as (
                         insert into ledger.entry (id, kind, key, subject, reverses, booked_at)
                         select id, kind, key, subject, reverses, booked_at
                           from unnest(:ids::bigint[], :entryKinds::text[], :keys::text[], :subjects::bigint[],
                                       :reverses::bigint[], :times::timestamptz[])
                                as past (id, kind, key, subject, reverses, booked_at)
                          where (select count(*) from found) = (select count(*) from wanted)
                             on conflict (key) do nothing
                         returning id, booked_at)
                insert into ledger.posting (entry, line, account, minor, booked_at)
                select booked.id, found.line, found.account, found.minor, booked.booked_at
                  from found
                  join booked on booked.id = found.entry
                """), lines)
                .param("ids", all(entries, Booking::id, Long[]::new))
                .param("entryKinds", all(entries, each -> each.entry().kind().code(), String[]::new))
                .param("keys", all(entries, each -> each.entry().key(), String[]::new))
                .param("subjects", all(entries, each -> each.entry().subject(), Long[]::new))
                .param("reverses", all(entries, Booking::reverses, Long[]::new))
                .param("times", all(entries, each -> each.at().toString(), String[]::new))
                .param("entries", all(lines, line -> line.entry().id(), Long[]::new))
                .param("places", all(lines, Line::place, Integer[]::new))
                .param("minors", all(lines, line -> line.posting().amount().minor(), Long[]::new))
                .update();
    }

    private static StatementSpec accounts(StatementSpec statement, List<Line> lines) {
        return statement
                .param(
                        "kinds",
                        all(lines, line -> line.posting().account().kind().code(), String[]::new))
                .param("parties", all(lines, line -> line.posting().account().party(), Long[]::new))
                .param(
                        "purposes",
                        all(lines, line -> line.posting().account().purpose().code(), String[]::new))
                .param(
                        "currencies",
                        all(lines, line -> line.posting().amount().currency().getCurrencyCode(), String[]::new));
    }

    private static List<Line> lines(List<Booking> entries) {
        return entries.stream()
                .flatMap(past -> IntStream.range(0, past.entry().postings().size())
                        .mapToObj(place ->
                                new Line(past, place, past.entry().postings().get(place))))
                .toList();
    }

    private static <R, T> T[] all(List<R> rows, Function<R, @Nullable T> of, IntFunction<T[]> array) {
        return rows.stream().map(of).toArray(array);
    }
}
