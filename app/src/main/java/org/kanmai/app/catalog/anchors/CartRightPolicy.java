package org.kanmai.app.catalog.anchors;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Every version of the rule of who may show products in works, the oldest first (EC-03). */
record CartRightPolicy(List<Version> versions) {
    CartRightPolicy {
        versions = List.copyOf(versions);
        var days = versions.stream().map(Version::since).toList();
        if (days.isEmpty() || !days.equals(days.stream().distinct().sorted().toList())) {
            throw new IllegalArgumentException("versions of the cart right must begin on days that go up: " + days);
        }
    }

    /** The rule from a day on: all of the audience, or an own shop where that is enough. */
    record Version(LocalDate since, Audience audience, boolean ownShop) {}

    /** What a creator's audience must be. */
    record Audience(long followersAbove, int worksAbove, boolean realName) {
        Audience {
            if (followersAbove < 0 || worksAbove < 0) {
                throw new IllegalArgumentException("bars of the cart right are never below 0");
            }
        }
    }

    /** Returns the version in force on a day; the first one before there was any. */
    Version on(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.since().isAfter(day))
                .max(Comparator.comparing(Version::since))
                .orElse(versions.getFirst());
    }
}
