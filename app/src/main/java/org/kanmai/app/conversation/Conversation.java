package org.kanmai.app.conversation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.Reactions;
import org.kanmai.app.content.Works;
import org.kanmai.app.conversation.moments.Moments;
import org.kanmai.app.governance.BannedWords;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.identity.People;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.CommentId;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.WorkId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Comments on works: said, answered, liked, deleted; shown only while governance says so. */
@Component
class Conversation {
    private static final int LONGEST = 500;

    private final CommentStore store;
    private final ReactionStore counters;
    private final Presentation presentation;
    private final Mentions mentions;
    private final Works works;
    private final Governance governance;
    private final BannedWords banned;
    private final People people;
    private final Engagements engagements;
    private final Moments moments;
    private final Talk talk;
    private final ConversationSettings settings;
    private final Ids ids;
    private final Clock clock;

    Conversation(
            CommentStore store,
            ReactionStore counters,
            Presentation presentation,
            Mentions mentions,
            Works works,
            Governance governance,
            BannedWords banned,
            People people,
            Engagements engagements,
            Moments moments,
            Talk talk,
            ConversationSettings settings,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.counters = counters;
        this.presentation = presentation;
        this.mentions = mentions;
        this.works = works;
        this.governance = governance;
        this.banned = banned;
        this.people = people;
        this.engagements = engagements;
        this.moments = moments;
        this.talk = talk;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns comments on a work, or the replies to one. */
    Slice<Comment> list(Viewer viewer, WorkId work, @Nullable CommentId parent, @Nullable String cursor, int limit) {
        var creator = creator(work);
        var from = Spot.parse(cursor, parent == null ? Spot.TOP : Spot.OLDEST);
        var person = viewer.person();
        var look = new CommentStore.Look(person == null ? -1 : person.value(), blocked(viewer), from, limit + 1);
        var rows = parent == null ? store.top(work, look) : store.replies(parent, look);
        boolean more = rows.size() > limit;
        var kept = more ? rows.subList(0, limit) : rows;
        var next = more ? new Spot(kept.getLast().likes(), kept.getLast().id().value()).cursor() : null;
        return new Slice<>(presentation.show(viewer, allowed(viewer, kept), creator), next);
    }

    /** Says something about a work, at a moment of its film where one is named, or answers a comment; words that are banned make it wait for an operator. */
    @Transactional
    public Comment say(
            Viewer viewer,
            Trace trace,
            WorkId work,
            @Nullable CommentId parent,
            String said,
            @Nullable Integer atMillis) {
        var author = viewer.self();
        var text = checked(said);
        var creator = creator(work);
        checkPace(author);
        var blocked = people.blocked(author);
        if (blocked.contains(creator)) {
            throw blocked();
        }
        var answered = parent == null ? null : answered(work, parent, blocked);
        var evidence = banned.evidence(text);
        boolean shown = banned.in(text).isEmpty();
        var row = new CommentRow(
                new CommentId(ids.next()),
                work,
                answered == null ? null : answered.thread(),
                author,
                text,
                mentions.in(text),
                clock.instant(),
                0,
                0,
                shown,
                false);
        store.add(row);
        if (atMillis != null) {
            moments.add(row.id(), work, atMillis, text);
        }
        if (shown) {
            governance.pass(Subject.comment(row.id()), author, List.of(evidence));
            engagements.tell(viewer, trace, work, creator, Engagement.COMMENTED);
            talk.said(row, author, answered == null ? null : answered.author(), creator);
            count(row, 1);
        } else {
            governance.open(Subject.comment(row.id()), author, List.of(evidence), List.of());
        }
        return presentation.show(viewer, List.of(row), creator).getFirst();
    }

    /** Deletes a comment for its author, the work's creator or an operator. */
    @Transactional
    public void delete(Viewer viewer, CommentId id) {
        var subject = Subject.comment(id);
        governance.hold(subject);
        var row = store.find(id).filter(found -> !found.deleted()).orElseThrow(() -> Refusal.notFound("comment"));
        var creator = works.creator(row.work()).orElse(null);
        boolean own = viewer.self().equals(row.author());
        if (!own && !viewer.self().equals(creator) && !viewer.is(Role.OPERATOR)) {
            throw row.shown() ? Refusal.forbidden() : Refusal.notFound("comment");
        }
        erase(row);
        if (own && row.shown() && creator != null) {
            engagements.tell(viewer, new Trace(null), row.work(), creator, Engagement.UNCOMMENTED);
        }
    }

    /** Likes a comment; a second time changes nothing. */
    @Transactional
    public Comment like(Viewer viewer, CommentId id) {
        reachable(viewer, id);
        if (store.addLike(id, viewer.self())) {
            store.countLikes(id, 1);
        }
        return one(viewer, id);
    }

    /** Takes a like back; a second time changes nothing. */
    @Transactional
    public Comment unlike(Viewer viewer, CommentId id) {
        reachable(viewer, id);
        if (store.removeLike(id, viewer.self())) {
            store.countLikes(id, -1);
        }
        return one(viewer, id);
    }

    /** Shows or hides a comment as governance decided, with its counts. */
    void show(CommentId id, boolean shown) {
        store.show(id, shown).ifPresent(row -> {
            if (shown) {
                tell(row);
            }
            count(row, shown ? 1 : -1);
        });
    }

    private void tell(CommentRow row) {
        var answered = row.parent() == null ? null : store.find(row.parent()).orElseThrow();
        talk.said(
                row,
                Objects.requireNonNull(row.author()),
                answered == null ? null : answered.author(),
                works.creator(row.work()).orElse(null));
    }

    /** Takes an erased person out of all comments. */
    void erase(PersonId person) {
        store.of(person).forEach(this::erase);
        store.eraseLikes(person);
    }

    private void erase(CommentRow row) {
        if (store.delete(row.id())) {
            if (row.shown()) {
                count(row, -1);
            }
            governance.withdraw(Subject.comment(row.id()));
        }
    }

    private void count(CommentRow row, int by) {
        counters.count(row.work(), Objects.requireNonNull(row.author()), new Reactions.Counted(0, 0, by));
        if (row.parent() != null) {
            store.countReplies(row.parent(), by);
        }
    }

    private PersonId creator(WorkId work) {
        return works.creator(work).orElseThrow(() -> Refusal.notFound("work"));
    }

    private Comment one(Viewer viewer, CommentId id) {
        var row = store.find(id).orElseThrow();
        return presentation.show(viewer, List.of(row), creator(row.work())).getFirst();
    }

    private void reachable(Viewer viewer, CommentId id) {
        var row = store.find(id)
                .filter(found -> found.shown() && !found.deleted())
                .orElseThrow(() -> Refusal.notFound("comment"));
        creator(row.work());
        if (!governance.mayShow(viewer, Subject.comment(id))) {
            throw Refusal.notFound("comment");
        }
    }

    private CommentRow answered(WorkId work, CommentId parent, Set<PersonId> blocked) {
        var row = store.find(parent)
                .filter(found -> found.work().equals(work) && found.shown() && !found.deleted())
                .orElseThrow(() -> Refusal.notFound("comment"));
        if (row.author() != null && blocked.contains(row.author())) {
            throw blocked();
        }
        return row;
    }

    private List<CommentRow> allowed(Viewer viewer, List<CommentRow> rows) {
        var approved = governance.shown(
                SubjectKind.COMMENT, rows.stream().map(row -> row.id().value()).toList());
        return rows.stream()
                .filter(row -> row.deleted()
                        || approved.contains(row.id().value())
                        || (row.author() != null && viewer.is(row.author())))
                .toList();
    }

    private Set<PersonId> blocked(Viewer viewer) {
        var person = viewer.person();
        return person == null ? Set.of() : people.blocked(person);
    }

    private void checkPace(PersonId author) {
        if (store.within(author, Duration.ofMinutes(1)) >= settings.commentsPerMinute()
                || store.within(author, Duration.ofDays(1)) >= settings.commentsPerDay()) {
            throw new Refusal(HttpStatus.TOO_MANY_REQUESTS, "too-fast", "Too fast", "Wait a while and go on.");
        }
    }

    static String checked(String said) {
        var text = said.strip();
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > LONGEST) {
            throw Refusal.invalid("text", "must have 1-" + LONGEST + " characters");
        }
        if (text.codePoints().anyMatch(point -> Character.isISOControl(point) && point != '\n')) {
            throw Refusal.invalid("text", "holds characters that cannot be shown");
        }
        return text;
    }

    private static Refusal blocked() {
        return new Refusal(HttpStatus.FORBIDDEN, "blocked", "Not possible", "One of you has blocked the other.");
    }
}
