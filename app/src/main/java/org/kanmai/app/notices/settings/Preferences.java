package org.kanmai.app.notices.settings;

import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody wants to be told of.
 *
 * @param inbox purposes that come into the inbox; orders always do
 * @param mail purposes that come by e-mail too
 */
public record Preferences(Set<NoticePurpose> inbox, Set<NoticePurpose> mail, QuietHours quiet) {
    public static final Preferences USUAL =
            new Preferences(NoticePurpose.where(purpose -> true), NoticePurpose.usualByMail(), QuietHours.USUAL);

    public Preferences {
        var whole = EnumSet.copyOf(NoticePurpose.where(NoticePurpose::fixed));
        whole.addAll(inbox);
        inbox = Set.copyOf(whole);
        mail = Set.copyOf(mail);
    }

    Preferences withoutMail(NoticePurpose purpose) {
        return new Preferences(inbox, NoticePurpose.where(each -> each != purpose && mail.contains(each)), quiet);
    }
}
