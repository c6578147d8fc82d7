package org.kanmai.app.notices.mail;

import org.kanmai.app.notices.settings.Choices;
import org.kanmai.app.notices.settings.NoticePurpose;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The way out of letters: one call with the token of any of them, by a person or by a mail program (RFC 8058). */
@RestController
class OffHttp {
    private final OffTokens tokens;
    private final Choices choices;

    OffHttp(OffTokens tokens, Choices choices) {
        this.tokens = tokens;
        this.choices = choices;
    }

    /** What no more letters are sent about. */
    record Ended(NoticePurpose purpose) {}

    @Allowed(Allowed.To.ANYONE)
    @PostMapping("/api/notices/off")
    Ended end(@RequestParam(defaultValue = "") String token) {
        var off = tokens.read(token).orElseThrow(() -> Refusal.invalid("token", "is not one of our letters"));
        choices.endMail(off.person(), off.purpose());
        return new Ended(off.purpose());
    }
}
