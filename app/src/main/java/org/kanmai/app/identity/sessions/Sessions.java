package org.kanmai.app.identity.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.kanmai.app.identity.IdentitySettings;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Opens and ends sessions. */
@Component
public final class Sessions {
    /** The most sessions that one person has; the oldest gives way. */
    static final int MOST = 20;

    private final SessionStore store;
    private final RecentViewers recent;
    private final IdentitySettings settings;
    private final Clock clock;

    Sessions(SessionStore store, RecentViewers recent, IdentitySettings settings, Clock clock) {
        this.store = store;
        this.recent = recent;
        this.settings = settings;
        this.clock = clock;
    }

    /** Opens a session with a new token for a person; what session the browser had before ends. */
    public void open(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        var token = Tokens.make();
        store.add(Tokens.hash(token), person, clock.instant().plus(settings.session()), MOST);
        Cookies.set(request, response, Cookies.SESSION, token, settings.session());
    }

    /** Ends the session of this browser. */
    public void close(HttpServletRequest request, HttpServletResponse response) {
        end(request);
        Cookies.clear(request, response, Cookies.SESSION);
    }

    /** Ends every session of a person. */
    public void closeAll(PersonId person) {
        store.deleteAll(person);
        forget(person);
    }

    /** Makes this process read a person's session anew, now or when the running transaction is committed. */
    public void forget(PersonId person) {
        recent.forget(person);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    recent.forget(person);
                }
            });
        }
    }

    /** Deletes sessions that have ended, at most so many. */
    public int expire(int most) {
        return store.expire(clock.instant(), most);
    }

    private void end(HttpServletRequest request) {
        Cookies.read(request, Cookies.SESSION)
                .filter(Tokens::wellFormed)
                .flatMap(token -> store.delete(Tokens.hash(token)))
                .ifPresent(this::forget);
    }
}
