package org.kanmai.app.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.policy.Presentation.PolicyProposal;
import org.kanmai.app.policy.Presentation.PolicyRelease;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Binary;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules of distribution in public: what holds, what held, what is proposed, and every text with its signature. */
@RestController
class PoliciesHttp {
    private static final int SHOWN = 200;

    private final Policies policies;
    private final DocumentStore documents;
    private final ReleaseStore releases;
    private final Presentation presentation;
    private final PolicySettings settings;
    private final Clock clock;

    PoliciesHttp(
            Policies policies,
            DocumentStore documents,
            ReleaseStore releases,
            Presentation presentation,
            PolicySettings settings,
            Clock clock) {
        this.policies = policies;
        this.documents = documents;
        this.releases = releases;
        this.presentation = presentation;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * All that is to be known of policies but their texts.
     *
     * @param inForce the version that holds now
     * @param next the version that the next proposal must have
     * @param zone where the days begin from which policies hold
     * @param releases the newest 200, the one that begins last first
     * @param documents the newest 200, the newest first
     */
    record PolicyOverview(
            int inForce, int next, ZoneId zone, List<PolicyRelease> releases, List<PolicyProposal> documents) {}

    /** A document as it was signed, and all its numbers. */
    record PolicyWhole(int version, String text, Binary digest, Binary signature, String key, Rules rules) {}

    /** The rules that hold at an instant; {@code since} is the beginning of their release. */
    record PolicyHolding(int version, Instant since, Release.How how, Rules rules) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/policies")
    PolicyOverview overview(Viewer viewer) {
        var timeline = new Timeline(releases.all());
        var newest = timeline.releases().reversed().stream().limit(SHOWN).toList();
        return new PolicyOverview(
                timeline.at(clock.instant()).map(Release::version).orElseThrow(),
                documents.next(),
                settings.zone(),
                presentation.releases(newest, viewer),
                presentation.documents(documents.newest(SHOWN), timeline, viewer));
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/policies/{version}")
    PolicyWhole one(@PathVariable int version) {
        var signed = documents.find(version).map(Document::signed).orElseThrow(() -> Refusal.notFound("policy"));
        return new PolicyWhole(
                version,
                documents.text(version).orElseThrow(),
                signed.digest(),
                signed.signature(),
                signed.key(),
                Rules.of(policies.version(version).orElseThrow()));
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/policies/in-force")
    PolicyHolding inForce(@RequestParam(required = false) @Nullable Instant at) {
        var release = policies.timeline().at(at == null ? clock.instant() : at).orElseThrow();
        var policy = policies.version(release.version()).orElseThrow();
        return new PolicyHolding(release.version(), release.beginsAt(), release.how(), Rules.of(policy));
    }
}
