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
    static final int MOST = 300;

    private static final String INTEREST = "interest";

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

    /** Something that is known of the viewer, and the viewer as known up to it. */
    private record Step(String name, Audience audience) {}

    private static List<Step> steps(Audience known) {
        var bare = known.withoutWatches().withoutInterests().withoutFollows();
        var steps = new ArrayList<Step>();
        if (!known.region().isEmpty()) {
            steps.add(new Step("region", bare.withoutSpending()));
        }
        if (known.spending().orders() > 0) {
            steps.add(new Step("spending", bare));
        }
        steps.add(new Step("follow", known.withoutWatches().withoutInterests()));
        steps.add(new Step(INTEREST, known.withoutWatches()));
        return steps;
    }

    @Override
    public List<List<Term>> explain(List<Entry> entries, Situation situation) {
        var explained = new ArrayList<List<Term>>(entries.size());
        double[] scores = new double[entries.size()];
        for (float[] anybody : told(entries, situation, situation.audience().unknown())) {
            var terms = terms(anybody);
            scores[explained.size()] = sum(terms);
            explained.add(terms);
        }
        for (var step : steps(situation.audience())) {
            float[][] told = told(entries, situation, step.audience());
            for (int at = 0; at < told.length; at++) {
                double score = sum(terms(told[at]));
                explained
                        .get(at)
                        .add(new Term(step.name(), score - scores[at], detail(step, entries.get(at), situation)));
                scores[at] = score;
            }
        }
        for (int at = 0; at < scores.length; at++) {
            addWatches(explained.get(at), entries.get(at), scores[at]);
        }
        return explained;
    }

    private static String detail(Step step, Entry entry, Situation situation) {
        return step.name().equals(INTEREST)
                ? situation.taste().strongest(entry.candidate().tags())
                : "";
    }

    private void addWatches(List<Term> explained, Entry entry, double before) {
        double whole =
                sum(entry.terms().stream().filter(term -> isTold(term.name())).toList());
        explained.add(new Term("watches", whole - before, ""));
        entry.terms().stream().filter(term -> !isTold(term.name())).forEach(explained::add);
    }

    private boolean isTold(String name) {
        return weights.stream().anyMatch(weight -> weight.name().equals(name));
    }

    private static double sum(List<Term> terms) {
        return terms.stream().mapToDouble(Term::value).sum();
    }
}
