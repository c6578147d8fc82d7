package org.kanmai.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Converted;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Opened;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Shared;
import org.kanmai.facts.Watched;

/**
 * What a viewer likes these hours: a weight for each tag and creator, halved every 6 hours.
 *
 * <p>The order of facts changes nothing but rounding and, beyond the limits, which of the lightest are kept. A repeated
 * fact changes nothing, and a later report of a watch replaces the earlier: {@link #after} takes what is remembered of a
 * fact's exposure, or of the fact itself, and returns what to remember.
 */
public final class ViewerInterests {
    /** How many tags are kept. */
    public static final int TAGS = 64;

    /** How many creators are kept. */
    public static final int CREATORS = 32;

    /** In what time a weight halves. */
    public static final Duration HALF_LIFE = Duration.ofHours(6);

    /** For how long they are kept after the viewer's last act. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** The interests of a viewer of whom nothing is known. */
    public static final ViewerInterests NONE = new ViewerInterests(0, Weights.none(), Weights.none());

    private static final int LAYOUT = 1;

    private final long second;
    private final Weights<String> tags;
    private final Weights<Long> creators;

    private ViewerInterests(long second, Weights<String> tags, Weights<Long> creators) {
        this.second = second;
        this.tags = tags;
        this.creators = creators;
    }

    /** The interests after a fact, and what to remember from now on. */
    public record Step(long remembered, ViewerInterests interests) {}

    /** Returns the Redis key of a viewer's interests. */
    public static String key(Pseudonym viewer) {
        return "viewer:" + viewer + ":interests";
    }

    /** Returns the key under which something must be remembered of a fact. */
    public static long remember(Fact.OfSubject fact) {
        return WorkObservation.remember(fact);
    }

    /**
     * Returns the interests after a fact about a work or a creator, given what is remembered; 0 when that is nothing.
     *
     * @param labels of the work, absent when it is not known or the fact is not about a work
     */
    public Step after(Fact.OfSubject fact, @Nullable WorkLabels labels, long remembered) {
        if (fact instanceof Watched watched) {
            return labels == null ? new Step(remembered, this) : watched(watched, labels, Watch.unpack(remembered));
        }
        if (remembered != 0) {
            return new Step(remembered, this);
        }
        long at = fact.at().getEpochSecond();
        return switch (fact) {
            case Shared ignored -> new Step(1, about(labels, at, Signals.shared(), Signals.shared() / 2));
            case Opened opened -> {
                double signal = Signals.opened(opened.target());
                yield new Step(1, about(labels, at, signal, signal));
            }
            case Engaged engaged -> new Step(1, engaged(engaged, labels, at));
            case Exposed ignored -> new Step(0, this);
            case Converted ignored -> new Step(0, this);
            case Watched ignored -> throw new IllegalStateException("a watch was handled above");
        };
    }

    private Step watched(Watched watched, WorkLabels labels, Watch before) {
        if (watched.sequence() <= before.sequence()) {
            return new Step(before.pack(), this);
        }
        var after = Watch.of(watched);
        var next = about(labels, before.second(), -before.signal(), -before.signal() / 2)
                .about(labels, after.second(), after.signal(), after.signal() / 2);
        return new Step(after.pack(), next);
    }

    private ViewerInterests engaged(Engaged engaged, @Nullable WorkLabels labels, long at) {
        List<String> about = labels == null ? List.of() : labels.tags();
        return plus(
                at,
                about,
                Signals.tags(engaged.engagement()),
                List.of(engaged.creator().value()),
                Signals.creator(engaged.engagement()));
    }

    private ViewerInterests about(@Nullable WorkLabels labels, long at, double signal, double ofCreator) {
        if (labels == null || signal == 0) {
            return this;
        }
        return plus(at, labels.tags(), signal, List.of(labels.creator().value()), ofCreator);
    }

    /** Adds signals of a time to the weights of the newest time; many tags share one signal. */
    private ViewerInterests plus(
            long at, List<String> toTags, double ofTags, List<Long> toCreators, double ofCreators) {
        long newest = Math.max(at, second);
        double aged = decay(newest - second);
        double late = decay(newest - at);
        double share = late / Math.sqrt(Math.max(1, toTags.size()));
        return new ViewerInterests(
                newest,
                tags.next(aged, toTags, ofTags * share, TAGS),
                creators.next(aged, toCreators, ofCreators * late, CREATORS));
    }

    /** Returns the interests as if of each of some tags as much had been told at a time; what a viewer says is not shared by the tags. */
    public ViewerInterests plus(Collection<String> toTags, double each, Instant at) {
        if (toTags.isEmpty()) {
            return this;
        }
        long newest = Math.max(at.getEpochSecond(), second);
        double aged = decay(newest - second);
        return new ViewerInterests(
                newest,
                tags.next(aged, List.copyOf(toTags), each * decay(newest - at.getEpochSecond()), TAGS),
                creators.next(aged, List.of(), 0, CREATORS));
    }

    private static double decay(long seconds) {
        return Math.exp(-Math.log(2) * Math.max(0, seconds) / HALF_LIFE.toSeconds());
    }

    /** Returns the interests as if nothing had ever been told of a tag. */
    public ViewerInterests without(String tag) {
        return new ViewerInterests(second, tags.without(tag), creators);
    }

    /** Returns whether nothing is known. */
    public boolean isEmpty() {
        return tags.isEmpty() && creators.isEmpty();
    }

    /** Returns the weight of a tag at a time; a work watched to its end adds about 1, dislikes are below 0. */
    public double tag(String tag, Instant at) {
        return aged(tags.of(tag), at);
    }

    /** Returns the weight of a creator at a time; a follow adds 4, dislikes are below 0. */
    public double creator(PersonId creator, Instant at) {
        return aged(creators.of(creator.value()), at);
    }

    private double aged(double weight, Instant at) {
        return weight * decay(at.getEpochSecond() - second);
    }

    /** Returns the interests as they are at a time. */
    public Taste at(Instant time) {
        return new Taste(tags, creators, decay(time.getEpochSecond() - second));
    }

    /** Returns the tags of positive weight, the heaviest first. */
    public List<String> tags(int limit) {
        return tags.best(limit);
    }

    /** Returns the creators of positive weight, the heaviest first. */
    public List<PersonId> creators(int limit) {
        return creators.best(limit).stream().map(PersonId::new).toList();
    }

    /** Returns the binary form. */
    public byte[] bytes() {
        var out = new LayoutWriter(LAYOUT).number(second);
        out.number(tags.size());
        tags.forEach((tag, weight) -> out.text(tag).weight(weight));
        out.number(creators.size());
        creators.forEach((creator, weight) -> out.number(creator).weight(weight));
        return out.bytes();
    }

    /** Reads the binary form; throws {@link IllegalArgumentException} for anything else. */
    public static ViewerInterests parse(byte[] bytes) {
        var in = new LayoutReader(bytes);
        in.layout(LAYOUT);
        long second = in.number();
        return new ViewerInterests(
                second,
                weights(in, in.size(TAGS), LayoutReader::text),
                weights(in, in.size(CREATORS), LayoutReader::number));
    }

    private static <K extends Comparable<K>> Weights<K> weights(
            LayoutReader in, int size, Function<LayoutReader, K> key) {
        var keys = new ArrayList<K>(size);
        var weights = new double[size];
        for (int at = 0; at < size; at++) {
            keys.add(key.apply(in));
            weights[at] = in.weight();
        }
        return Weights.of(keys, weights);
    }
}
