package org.kanmai.app.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Sums and lists over postings by the index of their accounts. */
@Repository
class AccountBookStore {
    private static final String WANTED = """
            with wanted as (
                     select account.id, account.currency
                       from unnest(:kinds::text[], :parties::bigint[], :purposes::text[]) as asked (party_kind, party, purpose)
                       join ledger.account using (party_kind, party, purpose))
            """;

    private final JdbcClient jdbc;

    AccountBookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private StatementSpec about(Collection<Account> accounts, String sql) {
        return jdbc.sql(WANTED + sql)
                .param("kinds", codes(accounts, Account::kind))
                .param("parties", accounts.stream().map(Account::party).toArray(Long[]::new))
                .param("purposes", codes(accounts, Account::purpose));
    }

    private static String[] codes(Collection<Account> accounts, Function<Account, Code> of) {
        return accounts.stream().map(of).map(Code::code).toArray(String[]::new);
    }

    List<Money> balances(Collection<Account> accounts, Instant before) {
        return about(accounts, """
                select wanted.currency, coalesce(sum(posting.minor), 0) as minor
                  from wanted
                  left join ledger.posting on posting.account = wanted.id and posting.booked_at < :before
                 group by wanted.currency
                 order by wanted.currency
                """)
                .param("before", Timestamp.from(before))
                .query((row, number) -> Money.of(row.getLong("minor"), row.getString("currency")))
                .list();
    }

    List<Flow> flows(Collection<Account> accounts, Currency currency, Instant from, Instant until) {
        return about(accounts, """
                select entry.kind, account.party_kind, account.purpose, account.currency, sum(posting.minor) as minor,
                       count(distinct entry.id) as entries
                  from ledger.entry
                  join ledger.posting on posting.entry = entry.id
                  join ledger.account on account.id = posting.account
                 where account.currency = :currency
                   and entry.id in (select touched.entry
                                      from wanted
                                      join ledger.posting touched on touched.account = wanted.id
                                     where wanted.currency = :currency
                                       and touched.booked_at >= :from
                                       and touched.booked_at < :until)
                 group by entry.kind, account.party_kind, account.purpose, account.currency
                 order by entry.kind, account.party_kind, account.purpose
                """)
                .param("currency", currency.getCurrencyCode())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query((row, number) -> new Flow(
                        Code.parse(Entry.Kind.class, row.getString("kind")),
                        Code.parse(Account.Kind.class, row.getString("party_kind")),
                        Code.parse(Account.Purpose.class, row.getString("purpose")),
                        Money.of(row.getLong("minor"), row.getString("currency")),
                        row.getLong("entries")))
                .list();
    }

    List<Movement> movements(Collection<Account> accounts, Currency currency, Instant from, Instant until, int limit) {
        return about(accounts, """
                select entry.kind, entry.key, entry.subject, entry.booked_at, sum(posting.minor) as minor, wanted.currency
                  from wanted
                  join ledger.posting on posting.account = wanted.id
                  join ledger.entry on entry.id = posting.entry
                 where wanted.currency = :currency
                   and posting.booked_at >= :from
                   and posting.booked_at < :until
                 group by entry.id, wanted.currency
                having sum(posting.minor) <> 0
                 order by entry.booked_at, entry.id
                 limit :limit
                """)
                .param("currency", currency.getCurrencyCode())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("limit", limit)
                .query((row, number) -> new Movement(
                        Code.parse(Entry.Kind.class, row.getString("kind")),
                        row.getString("key"),
                        row.getLong("subject"),
                        row.getTimestamp("booked_at").toInstant(),
                        Money.of(row.getLong("minor"), row.getString("currency"))))
                .list();
    }

    List<AccountBook.Holding> holding(Account.Purpose purpose, Money least, int limit) {
        return jdbc.sql("""
                select account.party_kind, account.party, sum(posting.minor) as minor
                  from ledger.account
                  join ledger.posting on posting.account = account.id
                 where account.purpose = :purpose
                   and account.currency = :currency
                 group by account.id
                having sum(posting.minor) >= :least
                 order by minor desc, account.id
                 limit :limit
                """)
                .param("purpose", purpose.code())
                .param("currency", least.currency().getCurrencyCode())
                .param("least", least.minor())
                .param("limit", limit)
                .query((row, number) -> holding(row, purpose, least.currency()))
                .list();
    }

    private static AccountBook.Holding holding(ResultSet row, Account.Purpose purpose, Currency currency)
            throws SQLException {
        var kind = Code.parse(Account.Kind.class, row.getString("party_kind"));
        return new AccountBook.Holding(
                new Account(kind, row.getLong("party"), purpose), new Money(row.getLong("minor"), currency));
    }
}
