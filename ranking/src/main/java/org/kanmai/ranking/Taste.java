package org.kanmai.ranking;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.kanmai.facts.PersonId;

/** A viewer's interests as they are at one time, to be held against many works. */
public final class Taste {
    /** The taste of a viewer of whom nothing is known. */
    public static final Taste NONE = new Taste(Weights.none(), Weights.none(), 1);

    private final Map<String, Double> tags = new HashMap<>();
    private final Map<Long, Double> creators = new HashMap<>();

    /** Takes the weights of an older time and what is left of them. */
    Taste(Weights<String> tags, Weights<Long> creators, double left) {
        tags.forEach((tag, weight) -> this.tags.put(tag, weight * left));
        creators.forEach((creator, weight) -> this.creators.put(creator, weight * left));
    }

    /** Returns whether nothing is known. */
    public boolean isEmpty() {
        return tags.isEmpty() && creators.isEmpty();
    }

    /** Returns the weight of a tag; a work watched to its end adds about 1, dislikes are below 0. */
    public double tag(String tag) {
        return tags.getOrDefault(tag, 0.0);
    }

    /** Returns the weight of a creator; a follow adds 4, dislikes are below 0. */
    public double creator(PersonId creator) {
        return creators.getOrDefault(creator.value(), 0.0);
    }

    /** Returns how well a work fits, in (-1, 1): the sum of its tags' shares and its creator's, squashed. */
    public double affinity(PersonId creator, Collection<String> ofWork) {
        double sum = 0;
        for (String tag : ofWork) {
            sum += tag(tag);
        }
        return Math.tanh((creator(creator) + sum / Math.sqrt(Math.max(1, ofWork.size()))) / 4);
    }

    /** Returns the tag of a work that the viewer likes most; empty when the viewer likes none of them. */
    public String strongest(Collection<String> ofWork) {
        var strongest = "";
        double most = 0;
        for (String tag : ofWork) {
            if (tag(tag) > most) {
                strongest = tag;
                most = tag(tag);
            }
        }
        return strongest;
    }
}
