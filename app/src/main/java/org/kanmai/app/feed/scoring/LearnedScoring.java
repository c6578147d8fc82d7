package org.kanmai.app.feed.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kanmai.app.feed.scoring.Entry.Term;
import org.kanmai.ranking.features.Audience;
import org.kanmai.ranking.features.Head;
import org.kanmai.ranking.features.Item;
import org.kanmai.ranking.features.Meeting;
import org.kanmai.ranking.features.SiteShape;
import org.kanmai.ranking.network.Network;

/**
 * The score of a model: each head's probability times the weight that the policy gives it (TD-19, TD-22). Explained, the score
 * is what anybody would be told, plus what is owed to whom the viewer follows, to what the viewer likes, and to what the viewer
 * watched lately, one after the other.
 */
public final class LearnedScoring implements Scoring {
    /** So many works are ranked in a few milliseconds. */
    static final int MOST = 400;

    private final Network network;
    private final List<Weight> weights;

    /** What a head counts; below 0 for dislike. */
    private record Weight(Head head, String name, double value) {}

    /** Takes what each head counts, by its name. */
    public LearnedScoring(Network network, Map<String, Double> predicted) {
        this.network = network;
        this.weights = new ArrayList<>();
        for (var head : Head.values()) {
            double weight = predicted.getOrDefault(head.code(), 0.0);
            if (weight > 0) {
                weights.add(new Weight(head, name(head), head == Head.DISLIKE ? -weight : weight));
            }
        }
    }

    /** That somebody will follow the creator is another term than that somebody does. */
    private static String name(Head head) {
        return head == Head.FOLLOW ? "new-follow" : head.code();
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public List<Entry> score(List<Entry> entries, Situation situation) {
        float[][] told = told(entries, situation, situation.audience());
        var scored = new ArrayList<Entry>(entries.size());
        for (int at = 0; at < told.length; at++) {
            scored.add(entries.get(at).with(terms(told[at])));
        }
        return scored;
    }

    private float[][] told(List<Entry> entries, Situation situation, Audience audience) {
        var viewer = SiteShape.viewer(audience);
        var candidates = entries.stream()
                .map(entry -> SiteShape.candidate(meeting(entry, situation, audience)))
                .toList();
        return network.score(viewer.fields(), viewer.history(), candidates);
    }

    /** Returns a viewer and a work as the ranker sees them. */
    public static Meeting meeting(Entry entry, Situation situation, Audience audience) {
        return new Meeting(audience, item(entry), entry.source(), entry.counted(), situation.now());
    }

    private static Item item(Entry entry) {
        var candidate = entry.candidate();
        return new Item(
                candidate.work(),
                candidate.creator(),
                candidate.publishedAt(),
                candidate.durationMillis(),
                candidate.tags(),
                entry.keywords(),
                entry.price());
    }

    private List<Term> terms(float[] told) {
        var terms = new ArrayList<Term>(weights.size() + 3);
        for (var weight : weights) {
            terms.add(
                    new Term(weight.name(), weight.value() * told[weight.head().number()], ""));
        }
        return terms;
    }

    @Override
    public List<Term> explain(Entry entry, Situation situation) {
        var known = situation.audience();
        var unknown = known.unknown();
        var terms = terms(told(List.of(entry), situation, unknown)[0]);
        double before = sum(terms);
        double follows = score(entry, situation, known.withoutWatches().withoutInterests());
        double likes = score(entry, situation, known.withoutWatches());
        double whole =
                sum(entry.terms().stream().filter(term -> isTold(term.name())).toList());
        terms.add(new Term("follow", follows - explainLife(entry, situation, before, terms), ""));
        terms.add(new Term(
                "interest",
                likes - follows,
                known.taste().strongest(entry.candidate().tags())));
        terms.add(new Term("watches", whole - likes, ""));
        entry.terms().stream().filter(term -> !isTold(term.name())).forEach(terms::add);
        return terms;
    }

    /** Adds what is owed to where the viewer lives and to what was bought, where that is known; returns the score with it. */
    private double explainLife(Entry entry, Situation situation, double before, List<Term> terms) {
        var known = situation.audience();
        var bare = known.withoutWatches().withoutInterests().withoutFollows();
        double last = before;
        if (!known.region().isEmpty()) {
            double placed = score(entry, situation, bare.withoutSpending());
            terms.add(new Term("region", placed - last, ""));
            last = placed;
        }
        if (known.spending().orders() > 0) {
            double spent = score(entry, situation, bare);
            terms.add(new Term("spending", spent - last, ""));
            last = spent;
        }
        return last;
    }

    private boolean isTold(String name) {
        return weights.stream().anyMatch(weight -> weight.name().equals(name));
    }

    private double score(Entry entry, Situation situation, Audience audience) {
        return sum(terms(told(List.of(entry), situation, audience)[0]));
    }

    private static double sum(List<Term> terms) {
        return terms.stream().mapToDouble(Term::value).sum();
    }
}
