package org.kanmai.app.notices;

import java.util.Collection;
import java.util.Map;
import org.kanmai.app.web.Viewer;

/** Says what happened in the words of those whom it concerns too; the module that keeps such words implements it. */
public interface NoticeWords {

    /** Returns own words for what a viewer is told, as things are now; what has none is left out and said as everywhere. */
    Map<Happening, Words> of(Viewer viewer, Collection<Happening> happenings);

    /** What a line of an inbox says. */
    record Happening(NoticeKind kind, NoticeSubject subject, Map<String, String> arguments) {
        public Happening {
            arguments = Map.copyOf(arguments);
        }
    }

    /**
     * One sentence in both languages.
     *
     * @param by the name of whose words they are
     */
    record Words(String by, String chinese, String english) {}
}
