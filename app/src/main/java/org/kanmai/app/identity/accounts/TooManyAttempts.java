package org.kanmai.app.identity.accounts;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.kanmai.app.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Tells when to try again. */
final class TooManyAttempts {

    private TooManyAttempts() {}

    static Refusal refusal(Duration wait, HttpServletResponse response) {
        long seconds = Math.max(1, wait.toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return new Refusal(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-attempts",
                        "Too many attempts",
                        "Try again in " + seconds + " seconds.")
                .with("retryAfterSeconds", seconds);
    }
}
