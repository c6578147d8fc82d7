package org.kanmai.app.policy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.policy.Release.How;
import org.kanmai.app.policy.Release.Plan;
import org.kanmai.app.river.PageSigner;
import org.kanmai.app.web.Refusal;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.PolicyReleased;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Releases policies and rolls them back; one decision at a time on the whole site, each told as a fact. */
@Component
class Releasing {
    private final DocumentStore documents;
    private final ReleaseStore releases;
    private final Policies policies;
    private final Supply supply;
    private final PolicySettings settings;
    private final PageSigner signer;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Releasing(
            DocumentStore documents,
            ReleaseStore releases,
            Policies policies,
            Supply supply,
            PolicySettings settings,
            PageSigner signer,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.documents = documents;
        this.releases = releases;
        this.policies = policies;
        this.supply = supply;
        this.settings = settings;
        this.signer = signer;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps and releases the document that comes with the product, unless that was done before. */
    @Transactional
    public void first() {
        releases.lock();
        var now = now();
        var text = PolicyDocument.firstText(settings.first());
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        var policy = PolicyDocument.accepted(text);
        var document = new Document(policy.version(), policy.from(), signer.sign(body), null, now, "", null);
        if (documents.add(document, body)) {
            tell(
                    document,
                    new Release(1, policy.version(), now, How.FIRST, null, now, null, null, null),
                    Timeline.EMPTY);
        }
    }

    /** Releases another operator's proposal; {@code waiver} says why it may promise more than is carried. */
    @Transactional
    public void approve(PersonId by, int version, @Nullable String waiver) {
        var document = open(version);
        if (by.equals(document.by())) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    "second-operator-needed",
                    "Another operator approves",
                    "Who proposes a policy does not approve it.");
        }
        release(document, How.TWO_PEOPLE, by, waiver);
    }

    /** Releases one's own proposal after it was public for long enough. */
    @Transactional
    public void releaseAlone(PersonId by, int version, @Nullable String waiver) {
        var document = open(version);
        if (!by.equals(document.by())) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    "proposer-only",
                    "Only its proposer",
                    "Who did not propose a policy approves it instead.");
        }
        if (clock.instant().isBefore(document.noticeEnds())) {
            throw Refusal.conflict(
                            "notice-not-over",
                            "The notice is not over",
                            "A policy is public for 24 hours before one person releases it.")
                    .with("noticeEndsAt", document.noticeEnds());
        }
        release(document, How.SINGLE_HANDED, by, waiver);
    }

    /** Lets the former version hold wherever this one does from now on; what is to begin only never begins. */
    @Transactional
    public void rollBack(PersonId by, int version, String why) {
        var said = Sentence.of("why", why);
        releases.lock();
        var now = now();
        var timeline = new Timeline(releases.all());
        if (documents.find(version).isEmpty()) {
            throw Refusal.notFound("policy");
        }
        var begins = timeline.holding(version, now).orElseThrow(Releasing::notInForce);
        int former = timeline.former(version).orElseThrow(Releasing::nothingBefore);
        var document = documents.find(former).orElseThrow();
        tell(document, new Release(timeline.next(), former, begins, How.ROLLBACK, by, now, said, null, null), timeline);
    }

    private Document open(int version) {
        releases.lock();
        var document = documents.find(version).orElseThrow(() -> Refusal.notFound("policy"));
        Proposals.requireOpen(document, releases.all());
        return document;
    }

    private void release(Document document, How how, PersonId by, @Nullable String waiver) {
        var now = now();
        var plan = plan(document.version());
        var waived = plan == null || plan.shortfall() == 0 ? null : waived(plan, waiver);
        var timeline = new Timeline(releases.all());
        var begins = begins(document, now);
        tell(
                document,
                new Release(timeline.next(), document.version(), begins, how, by, now, null, plan, waived),
                timeline);
    }

    private @Nullable Plan plan(int version) {
        return policies.version(version).flatMap(supply::plan).map(Plan::of).orElse(null);
    }

    /** The beginning of the document's day, or now when that is past. */
    private Instant begins(Document document, Instant now) {
        var day = document.from().atStartOfDay(settings.zone()).toInstant();
        return day.isAfter(now) ? day : now;
    }

    private static String waived(Plan plan, @Nullable String waiver) {
        if (waiver == null || waiver.isBlank()) {
            throw Refusal.conflict(
                            "waiver-needed",
                            "It promises more than there is",
                            "A policy that promises more than is carried needs a public reason to be released.")
                    .with("plan", plan);
        }
        return Sentence.of("waiver", waiver);
    }

    private void tell(Document document, Release release, Timeline timeline) {
        for (var one : timeline.telling(release)) {
            releases.add(one);
            events.publishEvent(new PolicyReleased(
                    ids.next(),
                    one.at(),
                    Origin.LIVE,
                    one.version(),
                    one.beginsAt(),
                    document.signed().digest()));
        }
    }

    private static Refusal notInForce() {
        return Refusal.conflict("not-in-force", "Not in force", "This version does not hold, nor is it about to.");
    }

    private static Refusal nothingBefore() {
        return Refusal.conflict("nothing-before", "Nothing before it", "There is no version to go back to.");
    }

    /** The time to the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
