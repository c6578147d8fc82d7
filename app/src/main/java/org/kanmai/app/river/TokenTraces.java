package org.kanmai.app.river;

import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.Pseudonyms;
import org.kanmai.app.river.ItemTokens.Checked;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Traces;
import org.kanmai.app.web.Viewer;
import org.springframework.stereotype.Component;

/** Ties a verb to the exposure that led to it, when the caller's token proves one. */
@Component
class TokenTraces implements Traces {
    private static final Trace NONE = new Trace(null);

    private final ItemTokens tokens;
    private final Pseudonyms pseudonyms;

    TokenTraces(ItemTokens tokens, Pseudonyms pseudonyms) {
        this.tokens = tokens;
        this.pseudonyms = pseudonyms;
    }

    @Override
    public Trace of(@Nullable String token, Viewer viewer) {
        if (token == null || !(tokens.check(token) instanceof Checked.Valid valid)) {
            return NONE;
        }
        var terms = valid.token().terms();
        return pseudonyms.belongs(viewer, terms.pseudonym()) ? new Trace(terms) : NONE;
    }
}
