package org.kanmai.app.content.understanding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.WorkId;

/** What machines made of a work, for those who recommend it; each part may be missing. */
public final class Understanding {
    private final WorkId work;
    private final float[] meaning;
    private final List<String> keywords;
    private final List<String> topics;
    private final @Nullable Length length;
    private final @Nullable Shape shape;
    private final Map<Figure, Double> figures;

    /** Takes over the meaning, of length 1 or empty; nobody else may change it. */
    Understanding(
            WorkId work,
            float[] meaning,
            List<String> keywords,
            List<String> topics,
            @Nullable Length length,
            @Nullable Shape shape,
            Map<Figure, Double> figures) {
        this.work = work;
        this.meaning = meaning;
        this.keywords = List.copyOf(keywords);
        this.topics = List.copyOf(topics);
        this.length = length;
        this.shape = shape;
        this.figures = Map.copyOf(figures);
    }

    /** Returns the work. */
    public WorkId work() {
        return work;
    }

    /** Returns how many numbers its meaning has: 512, or 0 when it is not known. */
    public int dimensions() {
        return meaning.length;
    }

    /** Copies its meaning, a direction of length 1, into an array from a place on; nothing when it is not known. */
    public void copyMeaning(float[] into, int from) {
        System.arraycopy(meaning, 0, into, from, meaning.length);
    }

    /** Returns how alike two works are by their words, −1 to 1; 0 when either is not known. */
    public float likeness(Understanding other) {
        return likeness(other.meaning);
    }

    /** Returns how alike it is to a direction of length 1. */
    float likeness(float[] other) {
        if (meaning.length != other.length) {
            return 0;
        }
        float sum = 0;
        for (int at = 0; at < meaning.length; at++) {
            sum += meaning[at] * other[at];
        }
        return sum;
    }

    /** Returns at most 16 keywords in small letters, the most telling first, without those that its creator took away. */
    public List<String> keywords() {
        return keywords;
    }

    /** Returns at most three topics by a table of words, such as {@code food}. */
    public List<String> topics() {
        return topics;
    }

    /** Returns how long it is. */
    public Optional<Length> length() {
        return Optional.ofNullable(length);
    }

    /** Returns which way its picture stands. */
    public Optional<Shape> shape() {
        return Optional.ofNullable(shape);
    }

    /** Returns a figure of its picture or sound. */
    public OptionalDouble figure(Figure figure) {
        var value = figures.get(figure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    @Override
    public String toString() {
        return "understanding of " + work + " by " + dimensions() + " numbers and " + keywords;
    }
}
