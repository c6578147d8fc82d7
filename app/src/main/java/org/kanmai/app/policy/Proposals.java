package org.kanmai.app.policy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.kanmai.app.river.PageSigner;
import org.kanmai.app.web.Refusal;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.distribution.policy.PolicyReading;
import org.kanmai.distribution.policy.PolicyReading.Problem;
import org.kanmai.facts.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks texts of rules, and puts them before the public. */
@Component
class Proposals {
    static final int MOST_OPEN = 20;
    private static final int LARGEST = 64 * 1024;

    private final DocumentStore documents;
    private final ReleaseStore releases;
    private final PageSigner signer;
    private final Clock clock;

    Proposals(DocumentStore documents, ReleaseStore releases, PageSigner signer, Clock clock) {
        this.documents = documents;
        this.releases = releases;
        this.signer = signer;
        this.clock = clock;
    }

    /** Returns what a text says; refuses with 422 and a list of problems by line what could not be proposed now. */
    DistributionPolicy check(String text) {
        var policy = read(text);
        int next = documents.next();
        if (policy.version() != next) {
            throw broken(List.of(notNext(text, next)));
        }
        return policy;
    }

    /** Makes a text public as a proposal. */
    @Transactional
    public Document propose(PersonId by, String text, String why) {
        var said = Sentence.of("why", why);
        var policy = read(text);
        releases.lock();
        int next = documents.next();
        if (policy.version() < next) {
            throw taken(next);
        }
        if (policy.version() > next) {
            throw broken(List.of(notNext(text, next)));
        }
        if (documents.open() >= MOST_OPEN) {
            throw Refusal.conflict(
                    "too-many-proposals",
                    "Too many proposals",
                    "At most " + MOST_OPEN + " proposals are open at once.");
        }
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        var document = document(policy, body, by, said);
        if (!documents.add(document, body)) {
            throw taken(next);
        }
        return document;
    }

    private Document document(DistributionPolicy policy, byte[] body, PersonId by, String why) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Document(policy.version(), policy.from(), signer.sign(body), by, now, why, null);
    }

    /** Takes a proposal back; its text stays. */
    @Transactional
    public void withdraw(PersonId by, int version) {
        releases.lock();
        var document = documents.find(version).orElseThrow(() -> Refusal.notFound("policy"));
        requireOpen(document, releases.all());
        documents.withdraw(version, by, clock.instant());
    }

    /** Refuses with 409 what was withdrawn or released. */
    static void requireOpen(Document document, List<Release> releases) {
        boolean released = releases.stream().anyMatch(release -> release.version() == document.version());
        if (released || document.withdrawal() != null) {
            throw Refusal.conflict(
                    "policy-decided",
                    "Already decided",
                    released ? "This version was released." : "This version was withdrawn.");
        }
    }

    static DistributionPolicy read(String text) {
        if (text.length() > LARGEST || text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw Refusal.invalid("document", "has at most " + LARGEST + " bytes");
        }
        return switch (PolicyDocument.read(text)) {
            case PolicyReading.Accepted accepted -> accepted.policy();
            case PolicyReading.Refused refused -> throw broken(refused.problems());
        };
    }

    private static Problem notNext(String text, int next) {
        var lines = text.lines().toList();
        int place = 0;
        while (place < lines.size() && !lines.get(place).startsWith("version")) {
            place++;
        }
        return new Problem(
                place < lines.size() ? place + 1 : 1, "the next free version is " + next, "下一个可用的版本号是 " + next);
    }

    private static Refusal broken(List<Problem> problems) {
        return new Refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "policy-broken",
                        "The text breaks rules",
                        problems.getFirst().toString())
                .with("problems", problems);
    }

    private static Refusal taken(int next) {
        return Refusal.conflict(
                        "version-taken",
                        "The version is taken",
                        "Somebody proposed this version before; the next free one is " + next + ".")
                .with("next", next);
    }
}
