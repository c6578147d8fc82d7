package org.kanmai.app.identity.verification;

import java.time.Clock;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operators say whose real name they have checked; the name itself is kept nowhere. */
@RestController
class VerificationHttp {
    private final VerificationStore store;
    private final People people;
    private final Clock clock;

    VerificationHttp(VerificationStore store, People people, Clock clock) {
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    /** Whether a person's real name has been checked. */
    record Verified(boolean verified) {}

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/people/{handle}/verification")
    Verified show(@PathVariable String handle) {
        return new Verified(people.verified(person(handle).id()));
    }

    @Allowed(Allowed.To.OPERATOR)
    @PutMapping("/api/people/{handle}/verification")
    Verified verify(@PathVariable String handle, Viewer viewer) {
        store.add(person(handle).id(), viewer.self(), clock.instant());
        return new Verified(true);
    }

    @Allowed(Allowed.To.OPERATOR)
    @DeleteMapping("/api/people/{handle}/verification")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String handle) {
        store.remove(person(handle).id());
    }

    private Person person(String handle) {
        return people.byHandle(handle).orElseThrow(() -> Refusal.notFound("person"));
    }
}
