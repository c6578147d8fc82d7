package org.kanmai.app.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Tells a page whose CSRF header is missing or stale to load its cookie anew. */
final class CsrfProblem implements AccessDeniedHandler {
    private static final String BODY = """
            {"type":"/problems/csrf","title":"The page is stale","status":403,\
            "detail":"Send the value of the cookie kanmai_csrf in the header X-CSRF; reload the page if it is missing."}""";

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("application/problem+json");
        response.getWriter().write(BODY);
    }
}
