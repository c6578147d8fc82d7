package org.kanmai.app.notices.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.BufferUnderflowException;
import java.util.Base64;
import java.util.Optional;
import org.kanmai.app.notices.settings.NoticePurpose;
import org.kanmai.app.web.Vault;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/** Makes and reads the tokens in letters that end letters of a purpose; only this site can make one, and none tells whose it is. */
@Component
class OffTokens {
    private static final String MARK = "no-more-letters";
    private static final int LONGEST = 400;

    private final Vault vault;

    OffTokens(Vault vault) {
        this.vault = vault;
    }

    /** Whose letters of which purpose are to end. */
    record Off(PersonId person, NoticePurpose purpose) {}

    String of(PersonId person, NoticePurpose purpose) {
        var clear = String.join(" ", MARK, person.toString(), purpose.code());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(clear.getBytes(US_ASCII)));
    }

    Optional<Off> read(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var clear = new String(vault.open(Base64.getUrlDecoder().decode(token)), US_ASCII);
            var parts = clear.split(" ", -1);
            return parts.length == 3 && parts[0].equals(MARK)
                    ? Optional.of(new Off(PersonId.parse(parts[1]), Code.parse(NoticePurpose.class, parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException | BufferUnderflowException forged) {
            return Optional.empty();
        }
    }
}
