package org.kanmai.app.governance;

import java.util.Collection;
import java.util.Map;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.SubjectKind;

/** Shows an operator what a review is about; the module that owns the subjects of a kind implements it. */
public interface Exhibits {

    /** Returns the kind of subjects that this describes. */
    SubjectKind kind();

    /** Returns what the API shows of each subject, by id; what does not exist any more is left out. */
    Map<Long, ?> describe(Viewer operator, Collection<Long> ids);
}
