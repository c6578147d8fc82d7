package org.kanmai.app.notices;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Viewer;

/** Shows what notices are about as it is now; the module that owns the subjects of some kinds implements it. */
public interface NoticeSubjects {

    /** Returns the kinds of subjects that this knows. */
    Set<NoticeSubject.Kind> kinds();

    /** Returns what a viewer sees of some subjects of a kind, by id; what the viewer may not see is left out. */
    Map<Long, Glimpse> glimpse(Viewer viewer, NoticeSubject.Kind kind, Collection<Long> ids);

    /**
     * A subject in few words.
     *
     * @param picture an address; absent when there is none
     */
    record Glimpse(String words, @Nullable String picture) {
        private static final int LONGEST = 80;

        /** Returns a glimpse that is cut after 80 characters. */
        public static Glimpse of(String words, @Nullable String picture) {
            int length = words.codePointCount(0, words.length());
            return new Glimpse(
                    length <= LONGEST ? words : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "…",
                    picture);
        }
    }
}
