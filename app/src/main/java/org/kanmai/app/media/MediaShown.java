package org.kanmai.app.media;

import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Subject;

/** Says whether a viewer may see a subject. */
@FunctionalInterface
interface MediaShown {
    boolean to(Viewer viewer, Subject subject);
}
