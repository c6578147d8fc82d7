package org.kanmai.app;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.web.Role;

/**
 * Somebody with one role and a browser that is signed in; nobody in particular without a role.
 *
 * @param handle empty without an account
 */
record Member(@Nullable Role role, String handle, Browser browser) {

    static Member anonymous(int port) {
        return new Member(null, "", new Browser(port));
    }

    static Member with(Role role, int port, Cast cast) {
        var handle = Cast.handle(role.code());
        var browser = Browser.of(port, handle);
        cast.become(handle, role);
        browser.signIn(handle, Browser.PASSWORD);
        return new Member(role, handle, browser);
    }

    /** Calls an endpoint, and signs in again when that ended the session. */
    Browser.Answer call(String method, String path, String body) {
        var answer = browser.call(method, path, body, Map.of("Upload-Offset", "0"));
        if (role != null && browser.cookie("kanmai_session").isEmpty()) {
            browser.signIn(handle, Browser.PASSWORD);
        }
        return answer;
    }

    /** Whether they are signed in and have their role still. */
    boolean isWhatTheyWere() {
        var roles = browser.get("/api/me").json().path("roles");
        return roles.valueStream().anyMatch(each -> each.asString().equals(name()));
    }

    String name() {
        return role == null ? "anonymous" : role.code();
    }
}
