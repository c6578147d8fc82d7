package org.kanmai.app.identity.follows;

import java.util.List;
import java.util.Objects;
import org.kanmai.app.identity.Creations;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Shows people to each other; who blocks a viewer is not there for the viewer. */
@Component
final class Profiles {
    private static final long NOBODY = -1;

    private final People people;
    private final FollowStore store;
    private final ObjectProvider<Creations> creations;

    Profiles(People people, FollowStore store, ObjectProvider<Creations> creations) {
        this.people = people;
        this.store = store;
        this.creations = creations;
    }

    /** Returns a person whom the viewer may see. */
    Person seen(String handle, Viewer viewer) {
        var person = people.byHandle(handle).orElseThrow(() -> Refusal.notFound("person"));
        var self = viewer.person();
        if (self != null && store.blocks(person.id(), self)) {
            throw Refusal.notFound("person");
        }
        return person;
    }

    Profile profile(Person person, Viewer viewer) {
        var self = viewer.person();
        var maker = creations.getIfAvailable();
        var made = maker == null ? Creations.Tally.NONE : maker.of(person.id());
        return new Profile(
                person.id(),
                person.handle(),
                person.name(),
                person.bio(),
                person.avatar(),
                store.followers(person.id()),
                store.following(person.id()),
                made.works(),
                made.likes(),
                self != null
                        && !people.followedAmong(self, List.of(person.id())).isEmpty(),
                self != null && store.blocks(self, person.id()),
                viewer.is(person.id()));
    }

    Slice<Person> followers(Person person, Viewer viewer, Paging paging) {
        return people(store.followers(person.id(), viewer(viewer), paging), paging);
    }

    Slice<Person> following(Person person, Viewer viewer, Paging paging) {
        return people(store.following(person.id(), viewer(viewer), paging), paging);
    }

    Slice<Person> blocks(PersonId self, Paging paging) {
        return people(store.blocks(self, paging), paging);
    }

    private Slice<Person> people(List<FollowStore.Row> rows, Paging paging) {
        var slice = Slice.of(rows, paging, FollowStore.Row::id);
        var found =
                people.find(slice.items().stream().map(FollowStore.Row::person).toList());
        var shown = slice.items().stream()
                .map(row -> found.get(row.person()))
                .filter(Objects::nonNull)
                .toList();
        return new Slice<>(shown, slice.next());
    }

    private static long viewer(Viewer viewer) {
        var self = viewer.person();
        return self == null ? NOBODY : self.value();
    }
}
