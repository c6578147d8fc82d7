package org.kanmai.app.feed.people;

import java.util.List;
import org.kanmai.app.feed.people.SuggestedPeople.Suggestion;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.follows.Unsuggested;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whom one may want to follow, and whom one does not want to be shown there. */
@RestController
class SuggestedPeopleHttp {
    private static final int MOST = 20;

    private final SuggestedPeople suggested;
    private final Unsuggested unsuggested;
    private final People people;

    SuggestedPeopleHttp(SuggestedPeople suggested, Unsuggested unsuggested, People people) {
        this.suggested = suggested;
        this.unsuggested = unsuggested;
        this.people = people;
    }

    /** At most 20. */
    record Suggestions(List<Suggestion> items) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/people/suggested")
    Suggestions suggested(Viewer viewer) {
        return new Suggestions(suggested.to(viewer, MOST));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/me/unsuggested/{handle}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable String handle, Viewer viewer) {
        unsuggested.dismiss(viewer.self(), person(handle));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/me/unsuggested/{handle}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void recall(@PathVariable String handle, Viewer viewer) {
        unsuggested.recall(viewer.self(), person(handle));
    }

    private PersonId person(String handle) {
        return people.byHandle(handle)
                .orElseThrow(() -> Refusal.notFound("person"))
                .id();
    }
}
