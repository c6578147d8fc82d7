package org.kanmai.app.conversation.muted;

import java.util.List;
import java.util.Set;
import org.kanmai.app.content.words.Tag;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tags that people muted: a setting of theirs, told to nobody and no fact on the log. */
@Component
public class MutedTags {
    private static final int MOST = 100;

    private final MutedTagStore store;

    MutedTags(MutedTagStore store) {
        this.store = store;
    }

    /** Returns the tags for which a person wants no work recommended. */
    public Set<String> of(PersonId person) {
        return store.of(person);
    }

    /** Returns the same, the latest muted first. */
    List<String> latest(PersonId person) {
        return store.latest(person);
    }

    /** Mutes a tag; a second time changes nothing. */
    @Transactional
    void mute(PersonId person, Tag tag) {
        store.lock(person);
        var muted = store.of(person);
        if (muted.contains(tag.name())) {
            return;
        }
        if (muted.size() >= MOST) {
            throw Refusal.conflict("muted-tags-full", "Too many are muted", "Hear of another one again first.");
        }
        store.add(person, tag);
    }

    /** Takes it back; a second time changes nothing. */
    void unmute(PersonId person, Tag tag) {
        store.remove(person, tag);
    }

    @EventListener
    void erased(PersonErased event) {
        store.removeAll(event.person());
    }
}
