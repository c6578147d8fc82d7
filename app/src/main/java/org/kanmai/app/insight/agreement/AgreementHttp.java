package org.kanmai.app.insight.agreement;

import org.kanmai.app.web.Allowed;
import org.kanmai.facts.WorkId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The check that lake, streams and truth agree about a work, for operators. */
@RestController
class AgreementHttp {
    private final Agreements agreements;

    AgreementHttp(Agreements agreements) {
        this.agreements = agreements;
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/works/{id}/agreement")
    Agreement agreement(@PathVariable WorkId id) {
        return agreements.of(id);
    }
}
