package org.kanmai.app.conversation;

import org.kanmai.app.governance.Reviewed;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.facts.CommentId;
import org.kanmai.facts.SubjectKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does what decisions, reports and erasures ask, each in the transaction of its cause. */
@Component
class Answers {
    private final Conversation conversation;
    private final ReactionStore reactions;

    Answers(Conversation conversation, ReactionStore reactions) {
        this.conversation = conversation;
        this.reactions = reactions;
    }

    @EventListener
    @Transactional
    public void reviewed(Reviewed event) {
        if (event.subject().kind() == SubjectKind.COMMENT) {
            conversation.show(new CommentId(event.subject().id()), event.approved());
        }
    }

    @EventListener
    @Transactional
    public void suspended(Reviewed.Suspended event) {
        if (event.subject().kind() == SubjectKind.COMMENT) {
            conversation.show(new CommentId(event.subject().id()), false);
        }
    }

    @EventListener
    @Transactional
    public void erased(PersonErased event) {
        conversation.erase(event.person());
        reactions.erase(event.person());
    }
}
