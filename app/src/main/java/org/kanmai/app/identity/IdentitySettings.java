package org.kanmai.app.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of accounts and sessions.
 *
 * @param session how long a session lives after its last use
 * @param attemptWindow how long failed attempts count; a handle or address that used them up waits for its end
 * @param attemptsPerHandle wrong passwords for one handle in a window
 * @param attemptsPerAddress wrong passwords from one address in a window
 * @param signUpsPerAddress accounts made from one address in an hour
 * @param hashings passwords hashed at once; each takes 19 MB
 * @param hashingWait how long a call waits for its turn to hash
 * @param invitation how long the first operator's link lives
 * @param viewerMemory how long a process may answer by what it knew of a session, so the longest that another
 *     process's revocation takes
 */
@ConfigurationProperties("kanmai.identity")
public record IdentitySettings(
        @DefaultValue("30d") Duration session,
        @DefaultValue("15m") Duration attemptWindow,
        @DefaultValue("5") int attemptsPerHandle,
        @DefaultValue("50") int attemptsPerAddress,
        @DefaultValue("100") int signUpsPerAddress,
        @DefaultValue("2") int hashings,
        @DefaultValue("5s") Duration hashingWait,
        @DefaultValue("24h") Duration invitation,
        @DefaultValue("1s") Duration viewerMemory) {
    public IdentitySettings {
        if (attemptsPerHandle < 1 || attemptsPerAddress < 1 || signUpsPerAddress < 1 || hashings < 1) {
            throw new IllegalArgumentException("kanmai.identity: limits are at least 1");
        }
        if (viewerMemory.compareTo(Duration.ofSeconds(2)) > 0) {
            throw new IllegalArgumentException(
                    "kanmai.identity.viewer-memory is at most 2s: revocation was promised by then");
        }
    }
}
