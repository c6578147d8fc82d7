package org.kanmai.app.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A request that is understood and not carried out; {@link Problems} presents it as RFC 9457 problem details. */
public final class Refusal extends RuntimeException {
    private final HttpStatus status;
    private final String type;
    private final String title;
    private final transient Map<String, Object> fields = new LinkedHashMap<>();

    /**
     * Takes the status, the kebab-case type that clients translate by, a short title, and a sentence that says what to do.
     */
    public Refusal(HttpStatus status, String type, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
        this.title = title;
    }

    /** Returns 401: the caller must sign in. */
    public static Refusal signInFirst() {
        return new Refusal(
                HttpStatus.UNAUTHORIZED,
                "sign-in-first",
                "Sign in first",
                "This needs an account; sign in and try again.");
    }

    /** Returns 403: the caller's roles do not reach. */
    public static Refusal forbidden() {
        return new Refusal(HttpStatus.FORBIDDEN, "forbidden", "Not allowed", "Your account may not do this.");
    }

    /** Returns 404: there is no such thing, or the caller may not know of it. */
    public static Refusal notFound(String what) {
        return new Refusal(HttpStatus.NOT_FOUND, "not-found", "Not found", "There is no such " + what + " here.");
    }

    /** Returns 409: the state of things does not allow it now. */
    public static Refusal conflict(String type, String title, String detail) {
        return new Refusal(HttpStatus.CONFLICT, type, title, detail);
    }

    /** Returns 422: one field of the request is out of its rules. */
    public static Refusal invalid(String field, String reason) {
        return new Refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "invalid",
                        "Some fields need another look",
                        field + ": " + reason)
                .with("errors", List.of(Map.of("field", field, "reason", reason)));
    }

    /** Adds a typed field to the problem. */
    public Refusal with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    HttpStatus status() {
        return status;
    }

    String type() {
        return type;
    }

    String title() {
        return title;
    }

    Map<String, Object> fields() {
        return fields;
    }
}
