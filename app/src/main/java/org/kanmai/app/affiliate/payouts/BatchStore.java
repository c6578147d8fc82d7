package org.kanmai.app.affiliate.payouts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.affiliate.payouts.Batch.Payout;
import org.kanmai.app.affiliate.payouts.Batch.State;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches and their payouts; an account is in one open batch only. */
@Repository
class BatchStore {
    private static final String SELECT = """
            select batch.*, coalesce(sum(coalesce(payout.paid, payout.minor)), 0) as total, count(payout.party) as payouts
              from affiliate.batch
              left join affiliate.payout on payout.batch = batch.id
            """;

    private final JdbcClient jdbc;

    BatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a batch of those payouts whose holder has said where money goes and that are in no open one; returns how many these are. */
    int add(Batch.Proposal proposal) {
        var payouts = proposal.payouts();
        jdbc.sql("""
                insert into affiliate.batch (id, currency, made_by, made_at, state)
                     values (:id, :currency, :by, :at, 'proposed')
                """)
                .param("id", proposal.id())
                .param("currency", payouts.getFirst().amount().currency().getCurrencyCode())
                .param("by", proposal.by().value())
                .param("at", Timestamp.from(proposal.at()))
                .update();
        return jdbc.sql("""
                insert into affiliate.payout (batch, kind, party, currency, minor, sealed)
                select :id, payee.kind, payee.party, :currency, wanted.minor, payee.sealed
                  from unnest(:kinds::text[], :parties::bigint[], :minors::bigint[]) as wanted (kind, party, minor)
                  join affiliate.payee using (kind, party)
                 order by payee.kind, payee.party
                    on conflict (kind, party, currency) where open do nothing
                """)
                .param("id", proposal.id())
                .param("currency", payouts.getFirst().amount().currency().getCurrencyCode())
                .param(
                        "kinds",
                        payouts.stream().map(each -> each.party().kind().code()).toArray(String[]::new))
                .param(
                        "parties",
                        payouts.stream().map(each -> each.party().id()).toArray(Long[]::new))
                .param(
                        "minors",
                        payouts.stream().map(each -> each.amount().minor()).toArray(Long[]::new))
                .update();
    }

    /** Decides a proposed batch; false when it is not proposed any more. */
    boolean decide(long id, State state, PersonId by, Instant at) {
        return jdbc.sql("""
                update affiliate.batch
                   set state = :state, checked_by = :by, checked_at = :at
                 where id = :id
                   and state = 'proposed'
                """)
                        .param("id", id)
                        .param("state", state.code())
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void paid(long id, Party party, long minor) {
        jdbc.sql("""
                update affiliate.payout
                   set paid = :minor
                 where batch = :id
                   and kind = :kind
                   and party = :party
                """)
                .param("id", id)
                .param("kind", party.kind().code())
                .param("party", party.id())
                .param("minor", minor)
                .update();
    }

    /** Lets the accounts of a batch be in another one. */
    void close(long id) {
        jdbc.sql("update affiliate.payout set open = false where batch = :id")
                .param("id", id)
                .update();
    }

    Optional<Batch> find(long id) {
        return jdbc.sql(SELECT + " where batch.id = :id group by batch.id")
                .param("id", id)
                .query(BatchStore::batch)
                .optional();
    }

    List<Batch> list(Paging paging) {
        return jdbc.sql(SELECT + " where batch.id < :before group by batch.id order by batch.id desc limit :rows")
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(BatchStore::batch)
                .list();
    }

    List<Payout> payouts(long id) {
        return orders(id).stream().map(Batch.Order::payout).toList();
    }

    /** Returns the payouts of a batch with where they go, in one order for all. */
    List<Batch.Order> orders(long id) {
        return jdbc.sql("select * from affiliate.payout where batch = :id order by kind, party")
                .param("id", id)
                .query((row, number) -> new Batch.Order(payout(row), bytes(row)))
                .list();
    }

    private static Binary bytes(ResultSet row) throws SQLException {
        var sealed = row.getBytes("sealed");
        return sealed == null ? Binary.EMPTY : Binary.of(sealed);
    }

    private static Payout payout(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        long paid = row.getLong("paid");
        boolean open = row.wasNull();
        return new Payout(
                new Party(Code.parse(Account.Kind.class, row.getString("kind")), row.getLong("party")),
                Money.of(row.getLong("minor"), currency),
                open ? null : Money.of(paid, currency));
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        long checker = row.getLong("checked_by");
        var checked = row.getTimestamp("checked_at");
        return new Batch(
                row.getLong("id"),
                new PersonId(row.getLong("made_by")),
                row.getTimestamp("made_at").toInstant(),
                Code.parse(State.class, row.getString("state")),
                checker == 0 ? null : new PersonId(checker),
                checked == null ? null : checked.toInstant(),
                Money.of(row.getLong("total"), row.getString("currency")),
                row.getInt("payouts"));
    }
}
