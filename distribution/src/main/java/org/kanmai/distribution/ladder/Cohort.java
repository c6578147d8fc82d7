package org.kanmai.distribution.ladder;

import java.util.List;
import java.util.Locale;
import org.kanmai.distribution.policy.DistributionPolicy;

/**
 * With which works a work is compared.
 *
 * @param vertical its first scene facet, or {@link #ANY}
 */
public record Cohort(String vertical, Length length, Age age) {
    /** Works of all verticals together. */
    public static final String ANY = "any";

    /** The cohort of all works. */
    public static final Cohort ALL = new Cohort(ANY, Length.ANY, Age.ANY);

    /** How long the film is. */
    public enum Length {
        SHORT,
        MIDDLE,
        LONG,
        ANY
    }

    /** How old the account was when the work was published. */
    public enum Age {
        NEW,
        SETTLED,
        ANY
    }

    public Cohort {
        if (vertical.isEmpty() || vertical.length() > 64 || vertical.contains("/")) {
            throw new IllegalArgumentException("not a vertical: " + vertical);
        }
    }

    /** Reads the form of {@link #toString()}; throws {@link IllegalArgumentException} for anything else. */
    public static Cohort parse(String text) {
        var parts = text.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a cohort: " + text);
        }
        return new Cohort(
                parts[0],
                Length.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                Age.valueOf(parts[2].toUpperCase(Locale.ROOT)));
    }

    /** Returns {@code vertical/length/age}, as facts and pages have it. */
    @Override
    public String toString() {
        return (vertical + "/" + length + "/" + age).toLowerCase(Locale.ROOT);
    }

    /** Returns where a work belongs. */
    public static Cohort of(DistributionPolicy policy, String vertical, double filmSeconds, int accountDays) {
        return new Cohort(
                vertical,
                length(policy, filmSeconds),
                accountDays < policy.newcomers().days() ? Age.NEW : Age.SETTLED);
    }

    private static Length length(DistributionPolicy policy, double seconds) {
        if (seconds <= policy.cohort().shortSeconds()) {
            return Length.SHORT;
        }
        return seconds <= policy.cohort().middleSeconds() ? Length.MIDDLE : Length.LONG;
    }

    /** Returns itself and the ever larger ones around it, the last of which holds all works. */
    public List<Cohort> andLarger() {
        return List.of(this, new Cohort(vertical, length, Age.ANY), new Cohort(vertical, Length.ANY, Age.ANY), ALL)
                .stream()
                .distinct()
                .toList();
    }

    /** Returns whether a work of that cohort belongs to this one too. */
    public boolean holds(Cohort other) {
        return (vertical.equals(ANY) || vertical.equals(other.vertical))
                && (length == Length.ANY || length == other.length)
                && (age == Age.ANY || age == other.age);
    }
}
