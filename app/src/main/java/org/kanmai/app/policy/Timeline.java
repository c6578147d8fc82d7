package org.kanmai.app.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.policy.Release.How;

/** All releases in the order in which they begin; of those that begin together the one told last holds. */
record Timeline(List<Release> releases) {
    private static final Comparator<Release> IN_ORDER =
            Comparator.comparing(Release::beginsAt).thenComparingInt(Release::number);

    /** Nothing was released yet. */
    static final Timeline EMPTY = new Timeline(List.of());

    Timeline {
        releases = releases.stream().sorted(IN_ORDER).toList();
    }

    /** Returns the release that holds at an instant; before the first one that is the first. */
    Optional<Release> at(Instant instant) {
        for (int place = releases.size() - 1; place >= 0; place--) {
            if (!releases.get(place).beginsAt().isAfter(instant)) {
                return Optional.of(releases.get(place));
            }
        }
        return releases.stream().findFirst();
    }

    /** Returns the number of the next release. */
    int next() {
        return releases.stream().mapToInt(Release::number).max().orElse(0) + 1;
    }

    /** Returns from when on, now or later, a version holds; empty when it never does again. */
    Optional<Instant> holding(int version, Instant now) {
        for (int place = 0; place < releases.size(); place++) {
            var begins = later(releases.get(place).beginsAt(), now);
            if (releases.get(place).version() == version && end(place).isAfter(begins)) {
                return Optional.of(begins);
            }
        }
        return Optional.empty();
    }

    /** Returns what held, or would have, before a version was released; empty for the first. */
    Optional<Integer> former(int version) {
        return releases.stream()
                .filter(release -> release.version() == version && release.how() != How.ROLLBACK)
                .findFirst()
                .flatMap(release -> before(release.beginsAt()))
                .map(Release::version);
    }

    private Optional<Release> before(Instant begins) {
        return releases.stream()
                .filter(release -> release.beginsAt().isBefore(begins))
                .reduce((earlier, later) -> later);
    }

    /**
     * Returns what is to be told so that a release holds until the next one that stands. Where a later one was called off, the
     * rollback said that nothing changes there: that is said again of what holds now.
     */
    List<Release> telling(Release release) {
        var telling = new ArrayList<Release>(List.of(release));
        for (int place = 0; place < releases.size(); place++) {
            var next = releases.get(place);
            if (!next.beginsAt().isAfter(release.beginsAt()) || end(place).equals(next.beginsAt())) {
                continue;
            }
            if (next.how() != How.ROLLBACK) {
                break;
            }
            telling.add(next.again(release, release.number() + telling.size()));
        }
        return telling;
    }

    private Instant end(int place) {
        return place + 1 < releases.size() ? releases.get(place + 1).beginsAt() : Instant.MAX;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
