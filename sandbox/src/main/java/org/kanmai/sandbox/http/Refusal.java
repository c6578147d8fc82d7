package org.kanmai.sandbox.http;

/** Why a request is not answered as asked; it becomes a problem of RFC 9457. */
public final class Refusal extends RuntimeException {
    private final int status;
    private final String type;

    /** Says the status, the type in kebab case, and a sentence for whoever reads the log of the shop. */
    public Refusal(int status, String type, String detail) {
        super(detail);
        this.status = status;
        this.type = type;
    }

    /** Returns a refusal of what was sent. */
    public static Refusal invalid(String detail) {
        return new Refusal(400, "invalid", detail);
    }

    /** Returns a refusal because there is no such thing. */
    public static Refusal notFound() {
        return new Refusal(404, "not-found", "There is nothing at this address.");
    }

    /** Returns a refusal because of what is so already. */
    public static Refusal conflict(String type, String detail) {
        return new Refusal(409, type, detail);
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
