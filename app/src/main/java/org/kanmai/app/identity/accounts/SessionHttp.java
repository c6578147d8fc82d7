package org.kanmai.app.identity.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.sessions.Sessions;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
class SessionHttp {
    private final Door door;
    private final Sessions sessions;
    private final Mirror mirror;

    SessionHttp(Door door, Sessions sessions, Mirror mirror) {
        this.door = door;
        this.sessions = sessions;
        this.mirror = mirror;
    }

    @Allowed(Allowed.To.ANYONE)
    @PostMapping("/api/session")
    Me signIn(@RequestBody Login login, HttpServletRequest request, HttpServletResponse response) {
        if (login.handle() == null || login.password() == null) {
            throw Refusal.invalid(login.handle() == null ? "handle" : "password", "is needed");
        }
        return switch (door.signIn(login.handle(), login.password(), request.getRemoteAddr())) {
            case SignIn.Known known -> {
                sessions.open(known.person(), request, response);
                yield mirror.of(known.person());
            }
            case SignIn.Wrong wrong -> throw wrongCredentials();
            case SignIn.TooMany many -> throw TooManyAttempts.refusal(many.pause(), response);
        };
    }

    @Allowed(Allowed.To.ANYONE)
    @DeleteMapping("/api/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.close(request, response);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOutEverywhere(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        sessions.closeAll(viewer.self());
        sessions.close(request, response);
    }

    private static Refusal wrongCredentials() {
        return new Refusal(
                HttpStatus.UNAUTHORIZED,
                "wrong-credentials",
                "Wrong handle or password",
                "This handle and this password do not belong together.");
    }

    record Login(@Nullable String handle, @Nullable String password) {

        @Override
        public String toString() {
            return "Login";
        }
    }
}
