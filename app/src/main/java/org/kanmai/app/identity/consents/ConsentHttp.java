package org.kanmai.app.identity.consents;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.sessions.Visitors;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Purpose;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own consents; a browser without an account answers for purpose {@code behaviour} only. */
@RestController
@RequestMapping("/api/me/consents")
class ConsentHttp {
    private final Consents consents;
    private final Visitors visitors;

    ConsentHttp(Consents consents, Visitors visitors) {
        this.consents = consents;
        this.visitors = visitors;
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping
    List<Consent> list(Viewer viewer) {
        var person = viewer.person();
        return person == null ? Consents.ofVisitor(viewer.profiled()) : consents.of(person);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/history")
    Slice<Consent> history(Viewer viewer, Paging paging) {
        return consents.history(viewer.self(), paging);
    }

    @Allowed(Allowed.To.ANYONE)
    @PutMapping("/{purpose}")
    List<Consent> change(
            @PathVariable Purpose purpose,
            @RequestBody Answer answer,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        var given = answer.given();
        if (given == null) {
            throw Refusal.invalid("given", "must be true or false");
        }
        var person = viewer.person();
        if (person == null) {
            return Consents.ofVisitor(visitorAnswers(purpose, given, viewer, request, response));
        }
        consents.change(person, purpose, given);
        return consents.of(person);
    }

    private boolean visitorAnswers(
            Purpose purpose, boolean given, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        if (purpose != Purpose.BEHAVIOUR) {
            throw Refusal.signInFirst();
        }
        if (given != viewer.profiled()) {
            var after = visitors.consent(viewer.pseudonym(), given, request, response);
            consents.changed(viewer.pseudonym(), after.pseudonym(), given);
        }
        return given;
    }

    record Answer(@Nullable Boolean given) {}
}
