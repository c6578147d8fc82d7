package org.kanmai.app.notices;

import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.notices.mail.Letters;
import org.kanmai.app.notices.settings.Choices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes an erased person out of all inboxes, with what they were told and what they chose. */
@Component
class Erasure {
    private final ToldStore told;
    private final NoticeStore store;
    private final Choices choices;
    private final Letters letters;

    Erasure(ToldStore told, NoticeStore store, Choices choices, Letters letters) {
        this.told = told;
        this.store = store;
        this.choices = choices;
        this.letters = letters;
    }

    /** Waits for those who sort, who might have read the person's name a moment before. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void erased(PersonErased event) {
        store.stopSorting();
        told.erase(event.person());
        store.erase(event.person());
        choices.erase(event.person());
        letters.erase(event.person());
    }
}
