package org.kanmai.app.conversation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kanmai.app.content.Reactions;
import org.kanmai.app.governance.BannedWords;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.identity.settlers.Deed;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.CommentId;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.WorkId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes what settlers said of works and how they reacted before it is told here; counts stay exact. */
@Component
public class PastTalk {
    private final PastTalkStore store;
    private final Governance governance;
    private final BannedWords banned;
    private final ApplicationEventPublisher events;

    PastTalk(PastTalkStore store, Governance governance, BannedWords banned, ApplicationEventPublisher events) {
        this.store = store;
        this.governance = governance;
        this.banned = banned;
        this.events = events;
    }

    /** A like, a favourite or a "not interested". */
    public record Reaction(long id, Deed deed, Engagement engagement) {}

    /** A comment that answers a work. */
    public record Said(long id, Deed deed, String text) {}

    /** Refuses with 422 a reaction that is none, and what could not have been said. */
    public void check(List<Reaction> reactions, List<Said> said) {
        reactions.forEach(reaction -> kind(reaction.engagement()));
        for (var comment : said) {
            if (!banned.in(Conversation.checked(comment.text())).isEmpty()) {
                throw Refusal.invalid("text", "holds words that are not allowed here");
            }
        }
    }

    static ReactionKind kind(Engagement engagement) {
        for (var kind : ReactionKind.values()) {
            if (kind.given() == engagement) {
                return kind;
            }
        }
        throw Refusal.invalid("what", "is no reaction: " + engagement.code());
    }

    /** Keeps what was said and those reactions that are new, counts both and tells of them, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(List<Reaction> reactions, List<Said> said) {
        var fresh = reactions.isEmpty() ? List.<Reaction>of() : fresh(reactions, store.react(reactions));
        var counts = new TreeMap<PastTalkStore.Stripe, Reactions.Counted>();
        fresh.forEach(each -> count(counts, each.deed(), counted(kind(each.engagement()))));
        fresh.forEach(each -> tell(each.id(), each.deed(), each.engagement()));
        if (!said.isEmpty()) {
            store.say(said);
            said.forEach(this::pass);
            said.forEach(each -> count(counts, each.deed(), new Reactions.Counted(0, 0, 1)));
            said.forEach(each -> tell(each.id(), each.deed(), Engagement.COMMENTED));
        }
        if (!counts.isEmpty()) {
            store.count(counts);
        }
    }

    private static List<Reaction> fresh(List<Reaction> reactions, Set<Long> kept) {
        return reactions.stream().filter(each -> kept.contains(each.id())).toList();
    }

    private void pass(Said said) {
        var evidence = List.of(banned.evidence(said.text()));
        governance.pass(Subject.comment(new CommentId(said.id())), author(said.deed()), evidence);
    }

    private static Reactions.Counted counted(ReactionKind kind) {
        return switch (kind) {
            case LIKE -> new Reactions.Counted(1, 0, 0);
            case FAVOURITE -> new Reactions.Counted(0, 1, 0);
            case NOT_INTERESTED -> new Reactions.Counted(0, 0, 0);
        };
    }

    private static void count(Map<PastTalkStore.Stripe, Reactions.Counted> counts, Deed deed, Reactions.Counted by) {
        var stripe = new PastTalkStore.Stripe(work(deed), ReactionStore.stripe(author(deed)));
        counts.merge(
                stripe,
                by,
                (one, more) -> new Reactions.Counted(
                        one.likes() + more.likes(),
                        one.favourites() + more.favourites(),
                        one.comments() + more.comments()));
    }

    private void tell(long id, Deed deed, Engagement engagement) {
        events.publishEvent(deed.engaged(id, Subject.work(work(deed)), engagement));
    }

    static WorkId work(Deed deed) {
        return new WorkId(deed.shown().id());
    }

    static PersonId author(Deed deed) {
        return deed.settler().person();
    }
}
