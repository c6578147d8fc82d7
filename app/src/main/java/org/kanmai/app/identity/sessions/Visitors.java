package org.kanmai.app.identity.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.kanmai.app.identity.Pseudonyms;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Pseudonym;
import org.springframework.stereotype.Component;

/** Anonymous browsers: until one consents it has a pseudonym for the day and no profile. */
@Component
public final class Visitors {
    private static final Duration COOKIE = Duration.ofDays(30);

    private final VisitorCookie cookie;
    private final VisitorStore store;
    private final Clock clock;

    Visitors(VisitorCookie cookie, VisitorStore store, Clock clock) {
        this.cookie = cookie;
        this.store = store;
        this.clock = clock;
    }

    /** Returns the viewer that a browser is when nobody is signed in. */
    public Viewer of(HttpServletRequest request, HttpServletResponse response) {
        var today = BusinessDay.of(clock);
        var known = Cookies.read(request, Cookies.VISITOR).flatMap(cookie::read);
        if (known.isPresent() && known.get().lasts(today)) {
            return viewer(known.get());
        }
        var pseudonym = known.map(before -> successor(before.pseudonym())).orElseGet(RandomPseudonym::next);
        boolean profiled = known.isPresent() && known.get().profiled();
        return give(new Visitor(pseudonym, today, profiled), request, response);
    }

    /** Keeps a browser's consent to purpose {@code behaviour} with a new pseudonym: no profile reaches across the change. */
    public Viewer consent(Pseudonym current, boolean given, HttpServletRequest request, HttpServletResponse response) {
        return give(new Visitor(successor(current), BusinessDay.of(clock), given), request, response);
    }

    /** Deletes what ties a pseudonym to the one before it after its day of grace, at most so many rows. */
    public int expire(int most) {
        return store.expire(clock.instant().minus(Pseudonyms.GRACE), most);
    }

    /** The calls of one page that come at once with an old cookie all get the same successor. */
    private Pseudonym successor(Pseudonym previous) {
        return store.successor(previous, RandomPseudonym.next(), clock.instant());
    }

    private Viewer give(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        if (Cookies.fit(request)) {
            Cookies.set(request, response, Cookies.VISITOR, cookie.write(visitor), COOKIE);
        }
        return viewer(visitor);
    }

    private static Viewer viewer(Visitor visitor) {
        return new Viewer(null, Set.of(), visitor.pseudonym(), visitor.profiled());
    }
}
