package org.kanmai.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.kanmai.app.web.delegation.ActingCookie;
import org.kanmai.app.web.delegation.Delegations;
import org.kanmai.app.web.delegation.Delegations.Acting;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** Asks {@link Viewers} once a request, and {@link Delegations} whether it is for somebody else's shop. */
@Component
class CurrentViewer {
    private static final String ATTRIBUTE = Viewer.class.getName();
    private static final String ACTING = Acting.class.getName();

    private final Viewers viewers;
    private final Delegations delegations;

    CurrentViewer(Viewers viewers, Delegations delegations) {
        this.viewers = viewers;
        this.delegations = delegations;
    }

    Viewer of(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(ATTRIBUTE) instanceof Viewer known) {
            return known;
        }
        var viewer = viewers.of(request, response);
        request.setAttribute(ATTRIBUTE, viewer);
        return viewer;
    }

    /** Makes who acts for a shop, by a grant that reaches what is called, its owner for this request. */
    Optional<Acting> act(HttpServletRequest request, HttpServletResponse response) {
        var viewer = of(request, response);
        var person = viewer.person();
        var shop = ActingCookie.of(request);
        if (person == null
                || shop.isEmpty()
                || !(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String endpoint)) {
            return Optional.empty();
        }
        var acting = delegations.acting(person, shop.get(), request.getMethod(), endpoint);
        acting.ifPresent(grant -> {
            request.setAttribute(ACTING, grant);
            request.setAttribute(ATTRIBUTE, new Viewer(grant.owner(), grant.roles(), viewer.pseudonym(), false));
        });
        return acting;
    }
}
