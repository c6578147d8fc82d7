package org.kanmai.app.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.policy.Presentation.PolicyProposal;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What operators do with the rules of distribution. */
@RestController
class PolicyDeskHttp {
    private final Proposals proposals;
    private final Releasing releasing;
    private final DocumentStore documents;
    private final ReleaseStore releases;
    private final Presentation presentation;

    PolicyDeskHttp(
            Proposals proposals,
            Releasing releasing,
            DocumentStore documents,
            ReleaseStore releases,
            Presentation presentation) {
        this.proposals = proposals;
        this.releasing = releasing;
        this.documents = documents;
        this.releases = releases;
        this.presentation = presentation;
    }

    record PolicyText(String text) {}

    record PolicyDraft(String text, String why) {}

    record PolicyWaiver(@Nullable String waiver) {}

    record PolicyRollback(String why) {}

    /** What a text that could be proposed says; {@code plan} is absent while no day is known. */
    record PolicyChecked(Rules rules, Release.@Nullable Plan plan) {}

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/policies/check")
    PolicyChecked check(@RequestBody PolicyText body) {
        var policy = proposals.check(body.text());
        return new PolicyChecked(Rules.of(policy), presentation.plan(policy));
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/policies")
    @ResponseStatus(HttpStatus.CREATED)
    PolicyProposal propose(@RequestBody PolicyDraft body, Viewer viewer) {
        var document = proposals.propose(viewer.self(), body.text(), body.why());
        return shown(document.version(), viewer);
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/policies/{version}/approval")
    PolicyProposal approve(@PathVariable int version, @RequestBody PolicyWaiver body, Viewer viewer) {
        releasing.approve(viewer.self(), version, body.waiver());
        return shown(version, viewer);
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/policies/{version}/release")
    PolicyProposal release(@PathVariable int version, @RequestBody PolicyWaiver body, Viewer viewer) {
        releasing.releaseAlone(viewer.self(), version, body.waiver());
        return shown(version, viewer);
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/policies/{version}/withdrawal")
    PolicyProposal withdraw(@PathVariable int version, Viewer viewer) {
        proposals.withdraw(viewer.self(), version);
        return shown(version, viewer);
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/policies/{version}/rollback")
    PolicyProposal rollBack(@PathVariable int version, @RequestBody PolicyRollback body, Viewer viewer) {
        releasing.rollBack(viewer.self(), version, body.why());
        return shown(version, viewer);
    }

    private PolicyProposal shown(int version, Viewer viewer) {
        var document = documents.find(version).orElseThrow(() -> Refusal.notFound("policy"));
        return presentation
                .documents(List.of(document), new Timeline(releases.all()), viewer)
                .getFirst();
    }
}
