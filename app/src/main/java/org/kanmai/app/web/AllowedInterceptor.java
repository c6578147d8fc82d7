package org.kanmai.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds each call against the {@link Allowed} of its endpoint. */
@Component
class AllowedInterceptor implements HandlerInterceptor {
    private final CurrentViewer current;

    AllowedInterceptor(CurrentViewer current) {
        this.current = current;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var allowed = method.getMethodAnnotation(Allowed.class);
            if (allowed != null) {
                check(allowed.value(), current.of(request, response));
            }
        }
        return true;
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
