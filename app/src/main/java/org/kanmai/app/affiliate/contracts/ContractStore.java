package org.kanmai.app.affiliate.contracts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.affiliate.contracts.Contract.State;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of contracts; each change names the state that it leaves. */
@Repository
class ContractStore {
    private final JdbcClient jdbc;

    ContractStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an offer; throws {@link org.springframework.dao.DuplicateKeyException} when the two have an open one. */
    void add(Contract contract) {
        jdbc.sql("""
                insert into affiliate.contract (id, creator, agency, per_mille, state, offered_at)
                     values (:id, :creator, :agency, :share, 'offered', :at)
                """)
                .param("id", contract.id())
                .param("creator", contract.creator().value())
                .param("agency", contract.agency().value())
                .param("share", contract.perMille())
                .param("at", Timestamp.from(contract.offeredAt()))
                .update();
    }

    Optional<Contract> find(long id) {
        return jdbc.sql("select * from affiliate.contract where id = :id")
                .param("id", id)
                .query(ContractStore::contract)
                .optional();
    }

    /** Answers an offer; throws {@link org.springframework.dao.DuplicateKeyException} when the creator has an active contract. */
    boolean answer(long id, State state, Instant at) {
        return jdbc.sql("""
                update affiliate.contract
                   set state = :state, answered_at = :at
                 where id = :id
                   and state = 'offered'
                """)
                        .param("id", id)
                        .param("state", state.code())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Ends an active contract, or an offer that nobody has answered. */
    boolean end(long id, Instant at) {
        return jdbc.sql("""
                update affiliate.contract
                   set state = 'ended', ended_at = :at
                 where id = :id
                   and state in ('offered', 'active')
                """).param("id", id).param("at", Timestamp.from(at)).update() == 1;
    }

    void endAll(PersonId person, Instant at) {
        jdbc.sql("""
                update affiliate.contract
                   set state = 'ended', ended_at = :at
                 where (creator = :person or agency = :person)
                   and state in ('offered', 'active')
                """)
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<Contract> active(Collection<PersonId> creators) {
        return jdbc.sql("select * from affiliate.contract where creator = any(:creators) and state = 'active'")
                .param("creators", creators.stream().map(PersonId::value).toArray(Long[]::new))
                .query(ContractStore::contract)
                .list();
    }

    /** Returns contracts in which a person is either side, the newest first. */
    List<Contract> of(PersonId person, Paging paging) {
        return jdbc.sql("""
                select *
                  from affiliate.contract
                 where (creator = :person or agency = :person)
                   and id < :before
                 order by id desc
                 limit :rows
                """)
                .param("person", person.value())
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(ContractStore::contract)
                .list();
    }

    private static Contract contract(ResultSet row, int number) throws SQLException {
        var answered = row.getTimestamp("answered_at");
        var ended = row.getTimestamp("ended_at");
        return new Contract(
                row.getLong("id"),
                new PersonId(row.getLong("creator")),
                new PersonId(row.getLong("agency")),
                row.getInt("per_mille"),
                Code.parse(State.class, row.getString("state")),
                row.getTimestamp("offered_at").toInstant(),
                answered == null ? null : answered.toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
