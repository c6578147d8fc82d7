package org.kanmai.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.delegation.ActingCookie;
import org.kanmai.app.web.delegation.Delegations;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Holds each call against the {@link Allowed} of its endpoint; what is done for somebody else's shop is on record before it is done. */
@Component
class AllowedInterceptor implements HandlerInterceptor {
    private static final String ACT = AllowedInterceptor.class.getName();
    private static final String PICTURES = "/pictures/";

    private final CurrentViewer current;
    private final Delegations delegations;

    AllowedInterceptor(CurrentViewer current, Delegations delegations) {
        this.current = current;
        this.delegations = delegations;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var allowed = method.getMethodAnnotation(Allowed.class);
            if (allowed != null) {
                delegate(allowed.value(), request, response);
                check(allowed.value(), current.of(request, response));
            }
        }
        return true;
    }

    /** Who acts for a shop does nothing for their own: what the grant does not reach is refused. */
    private void delegate(Allowed.To least, HttpServletRequest request, HttpServletResponse response) {
        boolean shops = least == Allowed.To.MERCHANT || isOfShops(request);
        if ((!shops && !request.getRequestURI().startsWith(PICTURES))
                || ActingCookie.of(request).isEmpty()
                || !current.of(request, response).signedIn()) {
            return;
        }
        var acting = current.act(request, response);
        if (acting.isEmpty() && shops) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    "not-granted",
                    "Not granted",
                    "You act for a shop whose owner has not granted you this; stop acting for it to do something else.");
        }
        if (acting.isPresent() && !request.getMethod().equals("GET")) {
            request.setAttribute(ACT, delegations.begun(acting.get(), request.getMethod(), request.getRequestURI()));
        }
    }

    private boolean isOfShops(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String endpoint
                && delegations.isOfShops(endpoint);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(ACT) instanceof Long act) {
            delegations.ended(act, response.getStatus());
        }
    }

    private static void check(Allowed.To least, Viewer viewer) {
        if (least == Allowed.To.ANYONE) {
            return;
        }
        if (!viewer.signedIn()) {
            throw Refusal.signInFirst();
        }
        boolean allowed = switch (least) {
            case ANYONE, SIGNED_IN -> true;
            case CREATOR -> viewer.is(Role.CREATOR);
            case MERCHANT -> viewer.is(Role.MERCHANT);
            case OPERATOR -> viewer.is(Role.OPERATOR);
            case AUDITOR -> viewer.is(Role.AUDITOR) || viewer.is(Role.OPERATOR);
        };
        if (!allowed) {
            throw Refusal.forbidden();
        }
    }
}
