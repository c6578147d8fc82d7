package org.kanmai.app.river.seen;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.PseudonymRetired;
import org.kanmai.facts.Served;
import org.kanmai.facts.ServedItem;
import org.kanmai.facts.SubjectKind;
import org.roaringbitmap.longlong.Roaring64Bitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What a viewer has seen: exposed ever, or served in the last 30 minutes.
 *
 * <p>Truth is a bitmap in PostgreSQL; Redis keeps a copy for ten minutes and what was served lately. A copy that misses a late
 * exposure does no harm: what it misses was noted within the half hour.
 */
@Component
public class Seen {
    private static final Logger log = LoggerFactory.getLogger(Seen.class);
    private static final int BEGINNER = 30;
    private static final int REGULAR = 300;
    private static final Duration SERVED_LATELY = Duration.ofMinutes(30);
    /** A pseudonym for a day ends with it, and a token of its last page a day later. */
    static final Period AFTER_A_DAY = Period.ofDays(2);
    /** A browser that consented keeps its pseudonym for 30 days; a token of its last page lasts a day more. */
    static final Period AFTER_A_MONTH = Period.ofDays(31);

    private final SeenStore store;
    private final SeenCache cache;
    private final SeenWriter writer;
    private final Clock clock;

    Seen(SeenStore store, SeenCache cache, SeenWriter writer, Clock clock) {
        this.store = store;
        this.cache = cache;
        this.writer = writer;
        this.clock = clock;
    }

    /** Returns the ids of works that a pseudonym has seen; empty when it can't be known now, and then none may be guessed. */
    public Optional<Works> by(Pseudonym pseudonym) {
        try {
            return Optional.of(new Works(exposed(pseudonym), lately(pseudonym)));
        } catch (DataAccessException | org.springframework.transaction.TransactionException away) {
            log.warn("what was seen can't be read: {}", away.getMessage());
            return Optional.empty();
        }
    }

    /** The works that one pseudonym has seen. */
    public static final class Works {
        private final Roaring64Bitmap exposed;
        private final Set<Long> lately;

        Works(Roaring64Bitmap exposed, Set<Long> lately) {
            this.exposed = exposed;
            this.lately = lately;
        }

        /** Returns whether a work is among them. */
        public boolean contains(long work) {
            return lately.contains(work) || exposed.contains(work);
        }

        /** Returns the same without those that were served lately and never exposed. */
        public Works exposedOnly() {
            return new Works(exposed, Set.of());
        }

        /** Returns how many have been exposed ever. */
        public long exposedCount() {
            return exposed.getLongCardinality();
        }

        /** Returns up to so many of those exposed, oldest first. */
        public long[] exposed(int limit) {
            return exposed.stream().limit(limit).toArray();
        }
    }

    private Roaring64Bitmap exposed(Pseudonym pseudonym) {
        var cached = cache.bitmap(pseudonym);
        if (cached.isPresent()) {
            return SeenBitmap.read(cached.get());
        }
        var stored = store.find(pseudonym);
        cache.keep(pseudonym, stored.orElseGet(SeenBitmap::empty));
        return stored.map(SeenBitmap::read).orElseGet(Roaring64Bitmap::new);
    }

    private Set<Long> lately(Pseudonym pseudonym) {
        try {
            return cache.servedSince(pseudonym, clock.instant().minus(SERVED_LATELY));
        } catch (DataAccessException away) {
            log.warn("what was served lately can't be read: {}", away.getMessage());
            return new HashSet<>();
        }
    }

    /** Returns the coarse class of the audience: 0 not profiled, 1 a profiled visitor, then by how much was seen. */
    public static int stratum(Viewer viewer, Optional<Works> seen) {
        if (!viewer.profiled()) {
            return 0;
        }
        if (!viewer.signedIn()) {
            return 1;
        }
        long exposed = seen.map(Works::exposedCount).orElse(0L);
        return exposed < BEGINNER ? 2 : exposed < REGULAR ? 3 : 4;
    }

    /** Remembers a page as served; without Redis only its exposures will count. */
    public void served(Served page) {
        var works = page.items().stream()
                .map(ServedItem::subject)
                .filter(subject -> subject.kind() == SubjectKind.WORK)
                .map(subject -> subject.id())
                .collect(Collectors.toSet());
        cache.served(page.pseudonym(), works, page.at());
    }

    /** Remembers works as exposed to a viewer under its pseudonym or a former one; returns when PostgreSQL has them. */
    public void exposed(Viewer viewer, Pseudonym pseudonym, Collection<Long> works) {
        boolean lasts = viewer.profiled() && viewer.pseudonym().equals(pseudonym);
        var until = today().plus(lasts ? AFTER_A_MONTH : AFTER_A_DAY);
        writer.write(pseudonym, new Exposures(Set.copyOf(works), until));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @EventListener
    void forget(PseudonymRetired retired) {
        store.remove(retired.pseudonym());
        cache.remove(retired.pseudonym());
    }
}
