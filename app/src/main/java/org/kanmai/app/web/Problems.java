package org.kanmai.app.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Presents every refusal and failure as RFC 9457 problem details; nothing inside shows in them. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal) {
        var problem = problem(refusal.status(), refusal.type(), refusal.title(), refusal.getMessage());
        refusal.fields().forEach(problem::setProperty);
        return answer(problem, HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Object> malformed(IllegalArgumentException malformed) {
        log.debug("malformed request", malformed);
        return answer(
                problem(
                        HttpStatus.BAD_REQUEST,
                        "malformed",
                        "Malformed request",
                        "The request is not in the form that this needs."),
                HttpHeaders.EMPTY);
    }

    /** More ask than the database can serve at once, or two wait for each other: nothing was done, and it is worth a second try. */
    @ExceptionHandler({
        CannotGetJdbcConnectionException.class,
        CannotCreateTransactionException.class,
        PessimisticLockingFailureException.class
    })
    ResponseEntity<Object> busy(Exception full) {
        log.warn("too busy: {}", full.getMessage());
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "1");
        return answer(
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "busy",
                        "Too many people at once",
                        "Nothing was done; please try again in a moment."),
                headers);
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(Exception failure) {
        log.error("request failed", failure);
        return answer(
                problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "failed",
                        "Something went wrong here",
                        "It is on record; please try again."),
                HttpHeaders.EMPTY);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var known = HttpStatus.valueOf(status.value());
        var type = known.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return answer(
                problem(known, type, known.getReasonPhrase(), "The request is not in the form that this needs."),
                headers);
    }

    static ProblemDetail problem(HttpStatus status, String type, String title, @Nullable String detail) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("/problems/" + type));
        problem.setTitle(title);
        problem.setDetail(detail);
        return problem;
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
