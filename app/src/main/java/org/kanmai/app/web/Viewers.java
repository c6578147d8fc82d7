package org.kanmai.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Tells who is asking; {@code identity} implements it. */
public interface Viewers {

    /** Returns who sent a request, and sets what cookies the answer needs to know the browser again. */
    Viewer of(HttpServletRequest request, HttpServletResponse response);
}
