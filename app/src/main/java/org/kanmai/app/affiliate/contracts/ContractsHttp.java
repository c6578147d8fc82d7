package org.kanmai.app.affiliate.contracts;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own contracts, as creator or as agency. */
@RestController
class ContractsHttp {
    private final Contracts contracts;
    private final ContractStore store;
    private final People people;

    ContractsHttp(Contracts contracts, ContractStore store, People people) {
        this.contracts = contracts;
        this.store = store;
        this.people = people;
    }

    /** What an agency offers a creator. */
    record Offer(String handle, int perMille) {}

    /** What a creator says to it. */
    record Answer(boolean accepted) {}

    /** The other side of a contract; {@code name} is absent once that person is gone. */
    record Party(@Nullable String handle, @Nullable String name) {}

    /**
     * A contract as one side sees it.
     *
     * @param mine which side one is: {@code creator} or {@code agency}
     */
    record Shown(
            String id,
            String mine,
            Party other,
            int perMille,
            Contract.State state,
            Instant offeredAt,
            @Nullable Instant endedAt) {}

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/contracts")
    Slice<Shown> own(Paging paging, Viewer viewer) {
        var slice = Slice.of(store.of(viewer.self(), paging), paging, Contract::id);
        var others = new HashSet<PersonId>();
        slice.items().forEach(each -> others.add(other(each, viewer.self())));
        var known = people.find(others);
        return slice.map(each -> shown(each, viewer.self(), known));
    }

    private static PersonId other(Contract contract, PersonId self) {
        return contract.creator().equals(self) ? contract.agency() : contract.creator();
    }

    private static Shown shown(Contract contract, PersonId self, Map<PersonId, Person> known) {
        var person = known.get(other(contract, self));
        return new Shown(
                Long.toString(contract.id()),
                contract.creator().equals(self) ? "creator" : "agency",
                person == null ? new Party(null, null) : new Party(person.handle(), person.name()),
                contract.perMille(),
                contract.state(),
                contract.offeredAt(),
                contract.endedAt());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/me/contracts")
    @ResponseStatus(HttpStatus.CREATED)
    Shown offer(@RequestBody Offer offer, Viewer viewer) {
        var contract = contracts.offer(viewer.self(), offer.handle(), offer.perMille());
        return shown(contract, viewer.self(), people.find(java.util.List.of(contract.creator())));
    }

    @Allowed(Allowed.To.CREATOR)
    @PutMapping("/api/me/contracts/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable String id, @RequestBody Answer answer, Viewer viewer) {
        contracts.answer(viewer.self(), number(id), answer.accepted());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/me/contracts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, Viewer viewer) {
        contracts.end(viewer.self(), number(id));
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Refusal.notFound("contract");
        }
        return Long.parseLong(id);
    }
}
