package org.kanmai.app.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.distribution.policy.PolicyReading;
import org.kanmai.facts.PolicyReleased;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Says which rules of distribution hold: from memory, and at most some seconds behind what other nodes release. */
@Component
public class Policies {
    private static final int FIRST = 1;

    private final DocumentStore documents;
    private final ReleaseStore releases;
    private final Clock clock;
    private final Map<Integer, DistributionPolicy> texts = new ConcurrentHashMap<>();
    private volatile Timeline timeline = Timeline.EMPTY;

    Policies(DocumentStore documents, ReleaseStore releases, Clock clock) {
        this.documents = documents;
        this.releases = releases;
        this.clock = clock;
    }

    /** Returns the rules that hold now. */
    public DistributionPolicy inForce() {
        return at(clock.instant());
    }

    /** Returns the rules that held or will hold at an instant, as far as is known; before any release the first. */
    public DistributionPolicy at(Instant instant) {
        int version = timeline.at(instant).map(Release::version).orElse(FIRST);
        return version(version).orElseThrow(() -> new IllegalStateException("there is no policy " + version));
    }

    /** Returns a version of the rules, whether it ever held or not. */
    public Optional<DistributionPolicy> version(int version) {
        var known = texts.get(version);
        return known == null ? read(version) : Optional.of(known);
    }

    /** Reads a text that may become a version; refuses with 422 and each problem's line what breaks rules. */
    public DistributionPolicy read(String text) {
        return Proposals.read(text);
    }

    private Optional<DistributionPolicy> read(int version) {
        var policy = documents.text(version).map(text -> parsed(version, text));
        policy.ifPresent(found -> texts.put(version, found));
        return policy;
    }

    /** Every document was checked before it was kept. */
    private static DistributionPolicy parsed(int version, String text) {
        return switch (PolicyDocument.read(text)) {
            case PolicyReading.Accepted accepted -> accepted.policy();
            case PolicyReading.Refused refused ->
                throw new IllegalStateException("policy " + version + " can't be read: " + refused.problems());
        };
    }

    Timeline timeline() {
        return timeline;
    }

    /** Takes in what was released. */
    @Scheduled(fixedDelay = 2_000)
    public void refresh() {
        var next = new Timeline(releases.all());
        next.releases().forEach(release -> version(release.version()));
        timeline = next;
    }

    @TransactionalEventListener
    void released(PolicyReleased fact) {
        refresh();
    }
}
