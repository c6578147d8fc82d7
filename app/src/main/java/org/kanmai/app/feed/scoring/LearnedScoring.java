package org.kanmai.app.feed.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kanmai.app.content.Candidate;
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
        return new Meeting(
                audience, item(entry.candidate(), entry.keywords()), entry.source(), entry.counted(), situation.now());
    }

    private static Item item(Candidate candidate, List<String> keywords) {
        return new Item(
                candidate.work(),
                candidate.creator(),
                candidate.publishedAt(),
                candidate.durationMillis(),
                candidate.tags(),
                keywords);
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
    public List<List<Term>> explain(List<Entry> entries, Situation situation) {
        var known = situation.audience();
        float[][] anybody = told(entries, situation, known.unknown());
        float[][] following = told(entries, situation, known.withoutWatches().withoutInterests());
        float[][] liking = told(entries, situation, known.withoutWatches());
        var explained = new ArrayList<List<Term>>(entries.size());
        for (int at = 0; at < entries.size(); at++) {
            var entry = entries.get(at);
            var strongest = known.taste().strongest(entry.candidate().tags());
            explained.add(explained(entry, terms(anybody[at]), score(following[at]), score(liking[at]), strongest));
        }
        return explained;
    }

    private List<Term> explained(Entry entry, List<Term> terms, double follows, double likes, String strongest) {
        double before = sum(terms);
        double whole =
                sum(entry.terms().stream().filter(term -> isTold(term.name())).toList());
        terms.add(new Term("follow", follows - before, ""));
        terms.add(new Term("interest", likes - follows, strongest));
        terms.add(new Term("watches", whole - likes, ""));
        entry.terms().stream().filter(term -> !isTold(term.name())).forEach(terms::add);
        return terms;
    }

    private boolean isTold(String name) {
        return weights.stream().anyMatch(weight -> weight.name().equals(name));
    }

    private double score(float[] told) {
        return sum(terms(told));
    }

    private static double sum(List<Term> terms) {
        return terms.stream().mapToDouble(Term::value).sum();
    }
}
