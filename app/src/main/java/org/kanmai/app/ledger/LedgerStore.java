package org.kanmai.app.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Accounts, entries and postings; an entry and all of its postings are one statement, which the trigger weighs. */
@Repository
class LedgerStore {
    private final JdbcClient jdbc;

    LedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an entry; false when its key is there already. */
    boolean add(long id, Entry entry, @Nullable Long reverses, Instant at) {
        if (insert(id, entry, reverses, at)) {
            return true;
        }
        open(entry);
        return insert(id, entry, reverses, at);
    }

    /** Books when every account exists and the key does not. */
    private boolean insert(long id, Entry entry, @Nullable Long reverses, Instant at) {
        return postings(jdbc.sql("""
                with wanted as (
                         select *
                           from unnest(:kinds::text[], :parties::bigint[], :purposes::text[], :currencies::text[], :minors::bigint[])
                                with ordinality as posting (party_kind, party, purpose, currency, minor, line)),
                     found as (
                         select wanted.line, account.id as account, wanted.minor
                           from wanted
                           join ledger.account using (party_kind, party, purpose, currency)),
                     booked as (
                         insert into ledger.entry (id, kind, key, subject, reverses, booked_at)
                         select :id, :kind, :key, :subject, :reverses, :at
                          where (select count(*) from found) = (select count(*) from wanted)
                             on conflict (key) do nothing
                         returning id)
                insert into ledger.posting (entry, line, account, minor, booked_at)
                select booked.id, found.line, found.account, found.minor, :at
                  from booked
                 cross join found
                """), entry)
                        .param(
                                "minors",
                                values(entry, posting -> posting.amount().minor()))
                        .param("id", id)
                        .param("kind", entry.kind().code())
                        .param("key", entry.key())
                        .param("subject", entry.subject())
                        .param("reverses", reverses, Types.BIGINT)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    /** Opens the accounts that are missing, in one order for all, and waits for who is opening the same. */
    private void open(Entry entry) {
        postings(jdbc.sql("""
                insert into ledger.account (party_kind, party, purpose, currency)
                select distinct party_kind, party, purpose, currency
                  from unnest(:kinds::text[], :parties::bigint[], :purposes::text[], :currencies::text[])
                       as wanted (party_kind, party, purpose, currency)
                 order by party_kind, party, purpose, currency
                    on conflict do nothing
                """), entry).update();
    }

    private static StatementSpec postings(StatementSpec statement, Entry entry) {
        return statement
                .param("kinds", codes(entry, posting -> posting.account().kind()))
                .param("parties", values(entry, posting -> posting.account().party()))
                .param("purposes", codes(entry, posting -> posting.account().purpose()))
                .param(
                        "currencies",
                        entry.postings().stream()
                                .map(posting -> posting.amount().currency().getCurrencyCode())
                                .toArray(String[]::new));
    }

    private static String[] codes(Entry entry, Function<Posting, Code> of) {
        return entry.postings().stream().map(of).map(Code::code).toArray(String[]::new);
    }

    private static Long[] values(Entry entry, Function<Posting, Long> of) {
        return entry.postings().stream().map(of).toArray(Long[]::new);
    }

    /** Returns an entry and makes others who reverse it wait until this transaction ends. */
    Optional<Booked> lock(String key) {
        var found = jdbc.sql("""
                select id
                  from ledger.entry
                 where key = :key
                   for update
                """).param("key", key).query(Long.class).optional();
        return found.map(id -> booked("entry.id = :value", id).getFirst());
    }

    boolean exists(String key) {
        return jdbc.sql("""
                select exists (select 1
                                 from ledger.entry
                                where key = :key)
                """).param("key", key).query(Boolean.class).single();
    }

    /** Returns the postings of everything that reversed an entry. */
    List<Posting> reversed(long entry) {
        return booked("entry.reverses = :value", entry).stream()
                .flatMap(each -> each.postings().stream())
                .toList();
    }

    List<Booked> about(long subject) {
        return booked("entry.subject = :value", subject);
    }

    private List<Booked> booked(String condition, long value) {
        var lines = jdbc.sql("""
                select entry.id, entry.kind, entry.key, entry.subject, entry.booked_at,
                       account.party_kind, account.party, account.purpose, account.currency, posting.minor
                  from ledger.entry
                  join ledger.posting on posting.entry = entry.id
                  join ledger.account on account.id = posting.account
                 where %s
                 order by entry.id, posting.line
                """.formatted(condition))
                .param("value", value)
                .query(LedgerStore::line)
                .list();
        var entries = new LinkedHashMap<Long, List<Line>>();
        lines.forEach(line -> entries.computeIfAbsent(line.entry(), first -> new ArrayList<>())
                .add(line));
        return entries.values().stream().map(Line::together).toList();
    }

    private record Line(long entry, Entry.Kind kind, String key, long subject, Instant at, Posting posting) {

        static Booked together(List<Line> lines) {
            var first = lines.getFirst();
            var postings = lines.stream().map(Line::posting).toList();
            return new Booked(first.entry, first.kind, first.key, first.subject, first.at, postings);
        }
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var account = new Account(
                Code.parse(Account.Kind.class, row.getString("party_kind")),
                row.getLong("party"),
                Code.parse(Account.Purpose.class, row.getString("purpose")));
        return new Line(
                row.getLong("id"),
                Code.parse(Entry.Kind.class, row.getString("kind")),
                row.getString("key"),
                row.getLong("subject"),
                row.getTimestamp("booked_at").toInstant(),
                new Posting(account, Money.of(row.getLong("minor"), row.getString("currency"))));
    }

    long balance(Account account, Currency currency, Instant asOf) {
        return jdbc.sql("""
                select coalesce(sum(posting.minor), 0)
                  from ledger.account
                  join ledger.posting on posting.account = account.id
                 where account.party_kind = :kind
                   and account.party = :party
                   and account.purpose = :purpose
                   and account.currency = :currency
                   and posting.booked_at <= :at
                """)
                .param("kind", account.kind().code())
                .param("party", account.party())
                .param("purpose", account.purpose().code())
                .param("currency", currency.getCurrencyCode())
                .param("at", Timestamp.from(asOf))
                .query(Long.class)
                .single();
    }

    Map<String, Money> movements(Account account, Instant from, Instant until) {
        var movements = new LinkedHashMap<String, Money>();
        jdbc.sql("""
                select entry.key, sum(posting.minor) as minor, account.currency
                  from ledger.account
                  join ledger.posting on posting.account = account.id
                  join ledger.entry on entry.id = posting.entry
                 where account.party_kind = :kind
                   and account.party = :party
                   and account.purpose = :purpose
                   and posting.booked_at >= :from
                   and posting.booked_at < :until
                 group by entry.id, entry.key, account.currency
                 order by entry.id
                """)
                .param("kind", account.kind().code())
                .param("party", account.party())
                .param("purpose", account.purpose().code())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query((row, number) ->
                        movements.put(row.getString("key"), Money.of(row.getLong("minor"), row.getString("currency"))))
                .list();
        return movements;
    }

    /** Returns by how much everything that was ever booked misses zero, summed over currencies without their signs. */
    long imbalance() {
        return jdbc.sql("""
                select coalesce(sum(abs(minor)), 0)
                  from (select sum(posting.minor) as minor
                          from ledger.posting
                          join ledger.account on account.id = posting.account
                         group by account.currency) sums
                """).query(Long.class).single();
    }
}
