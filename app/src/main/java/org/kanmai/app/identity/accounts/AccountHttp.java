package org.kanmai.app.identity.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.Handles;
import org.kanmai.app.identity.sessions.Sessions;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Purpose;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sign-up and one's own profile. */
@RestController
class AccountHttp {
    private final Accounts accounts;
    private final AccountStore store;
    private final Door door;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Mirror mirror;

    AccountHttp(
            Accounts accounts, AccountStore store, Door door, Passwords passwords, Sessions sessions, Mirror mirror) {
        this.accounts = accounts;
        this.store = store;
        this.door = door;
        this.passwords = passwords;
        this.sessions = sessions;
        this.mirror = mirror;
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/me")
    Me me(Viewer viewer) {
        return mirror.of(viewer);
    }

    @Allowed(Allowed.To.ANYONE)
    @PostMapping("/api/people")
    @ResponseStatus(HttpStatus.CREATED)
    Me signUp(@RequestBody SignUp wish, HttpServletRequest request, HttpServletResponse response) {
        wish.check();
        door.signUp(request.getRemoteAddr()).ifPresent(wait -> {
            throw TooManyAttempts.refusal(wait, response);
        });
        var person = accounts.make(wish.hashed(passwords));
        sessions.open(person, request, response);
        return mirror.of(person);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PatchMapping("/api/me")
    Me change(@RequestBody Change change, Viewer viewer) {
        var self = viewer.self();
        change.check();
        change.apply(self, store);
        return mirror.of(self);
    }

    record SignUp(
            @Nullable String handle,
            @Nullable String name,
            @Nullable String password,
            @Nullable String invitation,
            @Nullable List<String> consents) {

        void check() {
            new Faults()
                    .add("handle", Handles.fault(handle))
                    .add("name", PlainText.nameFault(name))
                    .add("password", Passwords.fault(password, handle))
                    .refuse();
        }

        Accounts.NewPerson hashed(Passwords passwords) {
            return new Accounts.NewPerson(
                    Objects.requireNonNull(handle),
                    PlainText.kept(Objects.requireNonNull(name)),
                    passwords.hash(Objects.requireNonNull(password)),
                    invitation,
                    purposes());
        }

        private Set<Purpose> purposes() {
            var purposes = EnumSet.noneOf(Purpose.class);
            for (var code : consents == null ? List.<String>of() : consents) {
                purposes.add(purpose(code));
            }
            return purposes;
        }

        private static Purpose purpose(String code) {
            try {
                return Code.parse(Purpose.class, code);
            } catch (IllegalArgumentException unknown) {
                throw Refusal.invalid("consents", "must be purposes that are known");
            }
        }

        @Override
        public String toString() {
            return "SignUp";
        }
    }

    record Change(@Nullable String name, @Nullable String bio) {

        void check() {
            new Faults()
                    .add("name", name == null ? null : PlainText.nameFault(name))
                    .add("bio", bio == null ? null : PlainText.bioFault(bio))
                    .refuse();
        }

        void apply(PersonId self, AccountStore store) {
            if (name != null) {
                store.rename(self, PlainText.kept(name));
            }
            if (bio != null) {
                store.describe(self, PlainText.kept(bio));
            }
        }
    }
}
