package org.kanmai.app.identity.phones;

import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.DataGrade;
import org.kanmai.app.identity.People;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own phone number, its readings by operators, and the rotation of its key. */
@RestController
class PhoneHttp {
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 200;

    private final Phones phones;
    private final DataAccessStore readings;
    private final KeyRotation rotation;
    private final People people;

    PhoneHttp(Phones phones, DataAccessStore readings, KeyRotation rotation, People people) {
        this.phones = phones;
        this.readings = readings;
        this.rotation = rotation;
        this.people = people;
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/me/phone")
    Masked keep(@RequestBody Given given, Viewer viewer) {
        var phone = PhoneNumber.parse(given.phone() == null ? "" : given.phone())
                .orElseThrow(() -> Refusal.invalid("phone", "must be a phone number, with + and country code abroad"));
        phones.keep(viewer.self(), phone);
        return new Masked(phone.masked());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/phone")
    Masked show(Viewer viewer) {
        return new Masked(phones.masked(viewer.self()).orElse(null));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/me/phone")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Viewer viewer) {
        phones.delete(viewer.self());
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/people/{handle}/phone")
    Clear read(@PathVariable String handle, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        var why = reason.strip();
        if (why.length() < SHORTEST_REASON
                || why.length() > LONGEST_REASON
                || why.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("reason", "must be 10-200 characters; the person will read it");
        }
        var person = people.byHandle(handle).orElseThrow(() -> Refusal.notFound("person"));
        if (!DataGrade.TRANSACTION.readable(viewer, person.id())) {
            throw Refusal.forbidden();
        }
        return phones.read(person.id(), viewer.self(), why)
                .map(Clear::new)
                .orElseThrow(() -> Refusal.notFound("phone number"));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/data-access")
    Slice<DataAccess> readings(Viewer viewer, Paging paging) {
        return Slice.of(readings.of(viewer.self(), paging), paging, DataAccessStore.Row::id)
                .map(DataAccessStore.Row::access);
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/data-keys")
    @ResponseStatus(HttpStatus.ACCEPTED)
    KeyRotation.Progress rotate() {
        return rotation.begin();
    }

    record Given(@Nullable String phone) {

        @Override
        public String toString() {
            return "Given";
        }
    }

    record Masked(@Nullable String masked) {}

    record Clear(String phone) {

        @Override
        public String toString() {
            return "Clear";
        }
    }
}
