package org.kanmai.app.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.Viewer;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/** Shows proposals and releases to whoever asks: who it was is told by role, and by name to operators only. */
@Component
class Presentation {
    private final People people;
    private final Policies policies;
    private final Supply supply;

    Presentation(People people, Policies policies, Supply supply) {
        this.people = people;
        this.policies = policies;
        this.supply = supply;
    }

    /** What became of a document. */
    enum State implements Code {
        PROPOSED,
        WITHDRAWN,
        RELEASED
    }

    /**
     * Who did something.
     *
     * @param role product or operator
     * @param name for operators only, and not once that person was erased
     */
    record Doer(String role, @Nullable String name) {}

    /** That a proposal was taken back. */
    record PolicyWithdrawal(Doer by, Instant at) {}

    /**
     * A document without its text.
     *
     * @param from the first day on which it may hold
     * @param noticeEndsAt from when on its proposer may release it alone
     * @param mine whether the viewer proposed it
     * @param plan of an open proposal, as it is known now; absent while it is not
     */
    record PolicyProposal(
            int version,
            State state,
            LocalDate from,
            Doer by,
            Instant at,
            Instant noticeEndsAt,
            String why,
            boolean mine,
            Release.@Nullable Plan plan,
            @Nullable PolicyWithdrawal withdrawal) {}

    /** A release; {@code by} is told by role and, to operators, by name. */
    record PolicyRelease(
            int number,
            int version,
            Instant beginsAt,
            Release.How how,
            Doer by,
            Instant at,
            @Nullable String reason,
            Release.@Nullable Plan plan,
            @Nullable String waiver) {}

    /** Returns documents in the order in which they came. */
    List<PolicyProposal> documents(List<Document> documents, Timeline timeline, Viewer viewer) {
        var names = names(doers(documents), viewer);
        var released = timeline.releases().stream().map(Release::version).collect(Collectors.toSet());
        return documents.stream()
                .map(document -> document(document, state(document, released), names, viewer))
                .toList();
    }

    /** Returns releases in the order in which they came. */
    List<PolicyRelease> releases(List<Release> releases, Viewer viewer) {
        var doers = new HashSet<PersonId>();
        releases.forEach(release -> add(doers, release.by()));
        var names = names(doers, viewer);
        return releases.stream()
                .map(release -> new PolicyRelease(
                        release.number(),
                        release.version(),
                        release.beginsAt(),
                        release.how(),
                        release.how() == Release.How.FIRST ? product() : operator(release.by(), names),
                        release.at(),
                        release.reason(),
                        release.plan(),
                        release.waiver()))
                .toList();
    }

    private PolicyProposal document(Document document, State state, Map<PersonId, Person> names, Viewer viewer) {
        return new PolicyProposal(
                document.version(),
                state,
                document.from(),
                document.isProducts() ? product() : operator(document.by(), names),
                document.at(),
                document.noticeEnds(),
                document.why(),
                document.by() != null && viewer.is(document.by()),
                state == State.PROPOSED ? plan(document.version()) : null,
                withdrawal(document.withdrawal(), names));
    }

    /** Returns what a policy promises a day against what is carried; null while that is not known. */
    Release.@Nullable Plan plan(DistributionPolicy policy) {
        return supply.plan(policy).map(Release.Plan::of).orElse(null);
    }

    private Release.@Nullable Plan plan(int version) {
        return policies.version(version).map(this::plan).orElse(null);
    }

    private static @Nullable PolicyWithdrawal withdrawal(
            Document.@Nullable Withdrawal withdrawal, Map<PersonId, Person> names) {
        return withdrawal == null ? null : new PolicyWithdrawal(operator(withdrawal.by(), names), withdrawal.at());
    }

    private static State state(Document document, Collection<Integer> released) {
        if (released.contains(document.version())) {
            return State.RELEASED;
        }
        return document.withdrawal() == null ? State.PROPOSED : State.WITHDRAWN;
    }

    private static Set<PersonId> doers(List<Document> documents) {
        var doers = new HashSet<PersonId>();
        for (var document : documents) {
            add(doers, document.by());
            if (document.withdrawal() != null) {
                add(doers, document.withdrawal().by());
            }
        }
        return doers;
    }

    private static void add(Set<PersonId> doers, @Nullable PersonId doer) {
        if (doer != null) {
            doers.add(doer);
        }
    }

    private Map<PersonId, Person> names(Set<PersonId> doers, Viewer viewer) {
        return viewer.is(Role.OPERATOR) ? people.find(doers) : Map.of();
    }

    private static Doer product() {
        return new Doer("product", null);
    }

    private static Doer operator(@Nullable PersonId by, Map<PersonId, Person> names) {
        var person = by == null ? null : names.get(by);
        return new Doer("operator", person == null ? null : person.name());
    }
}
