package org.kanmai.app.identity.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.identity.sessions.Sessions;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What one may do to one's account only with the password at hand: change it, and leave for good. */
@RestController
class OwnAccountHttp {
    private final People people;
    private final Door door;
    private final Passwords passwords;
    private final AccountStore store;
    private final PersonErasure erasure;
    private final Sessions sessions;

    OwnAccountHttp(
            People people,
            Door door,
            Passwords passwords,
            AccountStore store,
            PersonErasure erasure,
            Sessions sessions) {
        this.people = people;
        this.door = door;
        this.passwords = passwords;
        this.store = store;
        this.erasure = erasure;
        this.sessions = sessions;
    }

    /** Every session ends; this browser gets a new one. */
    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            @RequestBody NewPassword wish, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        var self = self(viewer);
        new Faults().add("next", Passwords.fault(wish.next(), self.handle())).refuse();
        confirm(self, "current", wish.current(), request, response);
        store.keepPassword(self.id(), passwords.hash(wish.next() == null ? "" : wish.next()));
        sessions.closeAll(self.id());
        sessions.open(self.id(), request, response);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(
            @RequestBody Farewell farewell, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        var self = self(viewer);
        confirm(self, "password", farewell.password(), request, response);
        erasure.erase(self.id());
        sessions.close(request, response);
    }

    private Person self(Viewer viewer) {
        return people.find(viewer.self()).orElseThrow(Refusal::signInFirst);
    }

    private void confirm(
            Person self,
            String field,
            @Nullable String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        switch (door.signIn(self.handle(), password == null ? "" : password, request.getRemoteAddr())) {
            case SignIn.Known known -> {}
            case SignIn.Wrong wrong -> throw Refusal.invalid(field, "is not your password");
            case SignIn.TooMany many -> throw TooManyAttempts.refusal(many.pause(), response);
        }
    }

    record NewPassword(@Nullable String current, @Nullable String next) {

        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    record Farewell(@Nullable String password) {

        @Override
        public String toString() {
            return "Farewell";
        }
    }
}
