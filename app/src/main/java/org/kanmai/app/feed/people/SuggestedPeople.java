package org.kanmai.app.feed.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.content.Works;
import org.kanmai.app.feed.Features;
import org.kanmai.app.feed.PopularWorks;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.identity.follows.Unsuggested;
import org.kanmai.app.identity.follows.WeakTies;
import org.kanmai.app.identity.follows.WeakTies.Tie;
import org.kanmai.app.identity.regions.Neighbours;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/**
 * Finds creators whom a viewer may want to follow. Who has not agreed to be profiled is suggested whom anybody would be; nobody
 * is suggested who is followed or blocked already, or whom the viewer did not want.
 */
@Component
class SuggestedPeople {
    private static final int EACH = 40;
    private static final int LOOKED_AT = 500;

    private final WeakTies ties;
    private final Neighbours neighbours;
    private final Unsuggested unsuggested;
    private final People people;
    private final Works works;
    private final Features features;
    private final PopularWorks popular;

    SuggestedPeople(
            WeakTies ties,
            Neighbours neighbours,
            Unsuggested unsuggested,
            People people,
            Works works,
            Features features,
            PopularWorks popular) {
        this.ties = ties;
        this.neighbours = neighbours;
        this.unsuggested = unsuggested;
        this.people = people;
        this.works = works;
        this.features = features;
        this.popular = popular;
    }

    /**
     * Somebody to follow, and why.
     *
     * @param count of those who the reason speaks of; 0 where it counts nobody
     */
    record Suggestion(Person person, Reason reason, long count) {}

    private record Proposal(PersonId person, Reason reason, long count) {}

    /** Returns whom to suggest, a few of each reason in turn. */
    List<Suggestion> to(Viewer viewer, int most) {
        var proposals = new LinkedHashMap<PersonId, Proposal>();
        for (var proposal : inTurn(proposed(viewer))) {
            proposals.merge(proposal.person(), proposal, SuggestedPeople::stronger);
        }
        proposals.keySet().removeAll(unwanted(viewer, proposals.keySet()));
        proposals.keySet().retainAll(creators(works.of(proposals.keySet(), LOOKED_AT)));
        var found = people.find(proposals.keySet());
        return proposals.values().stream()
                .filter(proposal -> found.containsKey(proposal.person()))
                .limit(most)
                .map(proposal -> suggestion(found, proposal))
                .toList();
    }

    /** Who is there for several reasons is told the first of them. */
    private static Proposal stronger(Proposal one, Proposal other) {
        return one.reason().compareTo(other.reason()) <= 0 ? one : other;
    }

    private static Suggestion suggestion(Map<PersonId, Person> found, Proposal proposal) {
        var person = Objects.requireNonNull(found.get(proposal.person()));
        return new Suggestion(person, proposal.reason(), proposal.count());
    }

    private List<List<Proposal>> proposed(Viewer viewer) {
        var lists = new ArrayList<List<Proposal>>();
        var self = viewer.person();
        if (self != null && viewer.profiled()) {
            lists.add(tied(ties.of(self, EACH), Reason.COMMON_FOLLOWS));
            lists.add(plain(features.favourites(viewer.pseudonym(), EACH), Reason.WATCHED));
            lists.add(plain(neighbours.of(self, shown()), Reason.REGION));
            lists.add(tied(ties.alike(self, EACH), Reason.ALIKE));
        }
        lists.add(plain(shown(), Reason.POPULAR));
        return lists;
    }

    private static List<Proposal> tied(List<Tie> ties, Reason reason) {
        return ties.stream()
                .map(tie -> new Proposal(tie.person(), reason, tie.common()))
                .toList();
    }

    private static List<Proposal> plain(Iterable<PersonId> people, Reason reason) {
        var proposals = new ArrayList<Proposal>();
        people.forEach(person -> proposals.add(new Proposal(person, reason, 0)));
        return proposals;
    }

    /** Returns who makes what is popular, the most popular first, then who makes what is new. */
    private Set<PersonId> shown() {
        var creators = creators(popular.best(LOOKED_AT));
        creators.addAll(creators(works.fresh(LOOKED_AT)));
        return creators;
    }

    private static Set<PersonId> creators(List<Candidate> works) {
        return works.stream().map(Candidate::creator).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the first of each list, then the second of each, and so on. */
    private static List<Proposal> inTurn(List<List<Proposal>> lists) {
        int longest = lists.stream().mapToInt(List::size).max().orElse(0);
        var all = new ArrayList<Proposal>();
        for (int place = 0; place < longest; place++) {
            for (var list : lists) {
                if (place < list.size()) {
                    all.add(list.get(place));
                }
            }
        }
        return all;
    }

    private Set<PersonId> unwanted(Viewer viewer, Set<PersonId> proposed) {
        var self = viewer.person();
        if (self == null) {
            return Set.of();
        }
        var unwanted = new HashSet<>(people.followedAmong(self, proposed));
        unwanted.addAll(people.blocked(self));
        unwanted.addAll(unsuggested.of(self));
        unwanted.add(self);
        return unwanted;
    }
}
