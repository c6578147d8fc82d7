package org.kanmai.app.affiliate.contracts;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.affiliate.contracts.Contract.State;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contracts between creators and agencies: offered by the agency, good from the creator's yes on, ended by either. */
@Component
public class Contracts {
    private static final int LARGEST_SHARE = 500;

    private final ContractStore store;
    private final People people;
    private final Notices notices;
    private final Ids ids;
    private final Clock clock;

    Contracts(ContractStore store, People people, Notices notices, Ids ids, Clock clock) {
        this.store = store;
        this.people = people;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who gets how many thousandths of what a creator earns. */
    public record Agency(@Nullable PersonId person, int perMille) {
        public static final Agency NONE = new Agency(null, 0);
    }

    /** Returns the agencies of creators; who has none is left out. */
    public Map<PersonId, Agency> active(Collection<PersonId> creators) {
        return store.active(creators).stream()
                .collect(Collectors.toMap(Contract::creator, each -> new Agency(each.agency(), each.perMille())));
    }

    @Transactional
    Contract offer(PersonId agency, String handle, int perMille) {
        if (perMille < 1 || perMille > LARGEST_SHARE) {
            throw Refusal.invalid("perMille", "must be 1-" + LARGEST_SHARE);
        }
        var creator = people.byHandle(handle)
                .filter(person -> !person.id().equals(agency))
                .filter(person -> !people.blocked(agency).contains(person.id()))
                .orElseThrow(() -> Refusal.notFound("person"));
        var contract =
                new Contract(ids.next(), creator.id(), agency, perMille, State.OFFERED, clock.instant(), null, null);
        try {
            store.add(contract);
        } catch (DuplicateKeyException open) {
            throw Refusal.conflict("offer-open", "You have offered already", "Take that offer back first.");
        }
        notices.tell(Telling.of(
                        creator.id(),
                        NoticeKind.CONTRACT_OFFERED,
                        NoticeSubject.person(agency),
                        "contract:" + contract.id())
                .by(agency)
                .with("rate", Integer.toString(perMille)));
        return contract;
    }

    @Transactional
    void answer(PersonId creator, long id, boolean yes) {
        var contract = side(id, creator);
        if (!contract.creator().equals(creator)) {
            throw Refusal.notFound("contract");
        }
        try {
            require(store.answer(id, yes ? State.ACTIVE : State.DECLINED, clock.instant()));
        } catch (DuplicateKeyException other) {
            throw Refusal.conflict("contract-active", "You have a contract", "End that one before you accept another.");
        }
        tell(contract, creator, yes ? NoticeKind.CONTRACT_ACCEPTED : NoticeKind.CONTRACT_DECLINED);
    }

    @Transactional
    void end(PersonId person, long id) {
        var contract = side(id, person);
        require(store.end(id, clock.instant()));
        if (contract.state() == State.ACTIVE) {
            tell(contract, person, NoticeKind.CONTRACT_ENDED);
        }
    }

    /** Tells the other side, with who it was. */
    private void tell(Contract contract, PersonId by, NoticeKind kind) {
        var other = contract.creator().equals(by) ? contract.agency() : contract.creator();
        notices.tell(Telling.of(other, kind, NoticeSubject.person(by), "contract:" + contract.id() + ":" + kind.code())
                .by(by)
                .with("rate", Integer.toString(contract.perMille())));
    }

    private Contract side(long id, PersonId person) {
        return store.find(id)
                .filter(each -> each.creator().equals(person) || each.agency().equals(person))
                .orElseThrow(() -> Refusal.notFound("contract"));
    }

    private static void require(boolean moved) {
        if (!moved) {
            throw Refusal.conflict("contract-state", "It has moved on", "Look at the contract again.");
        }
    }

    @EventListener
    void erased(PersonErased event) {
        store.endAll(event.person(), clock.instant());
    }
}
