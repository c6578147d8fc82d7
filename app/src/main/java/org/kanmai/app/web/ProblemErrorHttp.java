package org.kanmai.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Presents what fails outside the controllers as problem details too. */
@RestController
class ProblemErrorHttp implements ErrorController {

    @Allowed(Allowed.To.ANYONE)
    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = HttpStatus.resolve(code instanceof Integer number ? number : 404);
        var known = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        var type = known.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return ResponseEntity.status(known)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.problem(known, type, known.getReasonPhrase(), "The request could not be carried out."));
    }
}
