package org.kanmai.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Asks {@link Viewers} once a request. */
@Component
class CurrentViewer {
    private static final String ATTRIBUTE = Viewer.class.getName();

    private final Viewers viewers;

    CurrentViewer(Viewers viewers) {
        this.viewers = viewers;
    }

    Viewer of(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(ATTRIBUTE) instanceof Viewer known) {
            return known;
        }
        var viewer = viewers.of(request, response);
        request.setAttribute(ATTRIBUTE, viewer);
        return viewer;
    }
}
