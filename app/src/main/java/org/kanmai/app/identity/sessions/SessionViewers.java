package org.kanmai.app.identity.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.kanmai.app.identity.IdentitySettings;
import org.kanmai.app.identity.Pseudonyms;
import org.kanmai.app.web.Viewer;
import org.kanmai.app.web.Viewers;
import org.kanmai.facts.Pseudonym;
import org.springframework.stereotype.Component;

/** Knows a request's sender by the session's cookie, else by the visitor's. */
@Component
final class SessionViewers implements Viewers {
    /** A session in use is extended at most so often: one write an hour, not one a request. */
    private static final Duration EXTENSION = Duration.ofHours(1);

    private final SessionStore store;
    private final RecentViewers recent;
    private final Mapping mapping;
    private final Visitors visitors;
    private final Pseudonyms pseudonyms;
    private final IdentitySettings settings;
    private final Clock clock;

    SessionViewers(
            SessionStore store,
            RecentViewers recent,
            Mapping mapping,
            Visitors visitors,
            Pseudonyms pseudonyms,
            IdentitySettings settings,
            Clock clock) {
        this.store = store;
        this.recent = recent;
        this.mapping = mapping;
        this.visitors = visitors;
        this.pseudonyms = pseudonyms;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Viewer of(HttpServletRequest request, HttpServletResponse response) {
        var token = Cookies.read(request, Cookies.SESSION);
        if (token.isEmpty()) {
            return visitors.of(request, response);
        }
        return token.filter(Tokens::wellFormed)
                .flatMap(known -> signedIn(known, request, response))
                .orElseGet(() -> {
                    if (Cookies.fit(request)) {
                        Cookies.clear(request, response, Cookies.SESSION);
                    }
                    return visitors.of(request, response);
                });
    }

    private Optional<Viewer> signedIn(String token, HttpServletRequest request, HttpServletResponse response) {
        var hash = Tokens.hash(token);
        var known = recent.find(hash);
        if (known.isPresent()) {
            return known;
        }
        long changes = recent.changes();
        var session = store.find(hash, clock.instant());
        var viewer = session.flatMap(this::viewer);
        viewer.ifPresent(found -> recent.remember(hash, found, changes));
        session.filter(found -> Cookies.fit(request) && ageing(found)).ifPresent(found -> {
            store.extend(hash, clock.instant().plus(settings.session()));
            Cookies.set(request, response, Cookies.SESSION, token, settings.session());
        });
        return viewer;
    }

    private Optional<Viewer> viewer(SessionStore.Session session) {
        return pseudonym(session)
                .map(pseudonym -> new Viewer(session.person(), session.roles(), pseudonym, session.profiled()));
    }

    private Optional<Pseudonym> pseudonym(SessionStore.Session session) {
        var today = BusinessDay.of(clock);
        var pseudonym = session.pseudonym();
        boolean lasts = session.profiled() || today.equals(session.day());
        if (pseudonym == null || !lasts) {
            return mapping.today(session.person());
        }
        pseudonyms.know(pseudonym, session.wrappedKey());
        return Optional.of(pseudonym);
    }

    private boolean ageing(SessionStore.Session session) {
        var extendedAt = session.expiresAt().minus(settings.session());
        return extendedAt.plus(EXTENSION).isBefore(clock.instant());
    }
}
