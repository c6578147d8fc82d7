package org.kanmai.simulator.town.ranker;

import java.util.Map;
import org.kanmai.distribution.policy.RankingRule;
import org.kanmai.ranking.features.Head;
import org.kanmai.simulator.town.world.Chances;

/**
 * What a feed of predictions wants: a score is the sum of each head's probability times its weight, dislike against.
 *
 * @param rule the policy's terms; its predictions are the weights of heads, from 0 to 1
 * @param selling what is added where a work sells (TD-28)
 * @param breadth what is taken from a work that all viewers were shown, of others in proportion: for equality of creators
 */
public record Aim(RankingRule rule, double selling, double breadth) {

    /** Takes the weights of a policy, without more. */
    public Aim(RankingRule rule) {
        this(rule, 0, 0);
    }

    /** Returns the same with other weights of heads. */
    public Aim with(Map<String, Double> predicted) {
        var next = new RankingRule(
                rule.interest(), rule.completion(), rule.liking(), rule.freshness(), rule.following(), predicted);
        return new Aim(next, selling, breadth);
    }

    /** Returns a weight for each head by its number. */
    double[] weights() {
        var weights = new double[Head.COUNT];
        for (var head : Head.values()) {
            double weight = rule.predicted().getOrDefault(head.code(), 0.0);
            weights[head.number()] = head == Head.DISLIKE ? -weight : weight;
        }
        return weights;
    }

    /** Returns the worth of what truly is to be expected, without what is added for works of a kind. */
    public double worth(Chances chances) {
        return worth(chances, weights());
    }

    static double worth(Chances chances, double[] weights) {
        return weights[Head.HOLD.number()] * chances.hold()
                + weights[Head.COMPLETION.number()] * chances.completion()
                + weights[Head.WATCH_TIME.number()] * chances.watchedShare()
                + weights[Head.LIKE.number()] * chances.like()
                + weights[Head.COMMENT.number()] * chances.comment()
                + weights[Head.SHARE.number()] * chances.share()
                + weights[Head.FOLLOW.number()] * chances.follow()
                + weights[Head.OPEN.number()] * chances.open()
                + weights[Head.ORDER.number()] * chances.order()
                + weights[Head.DISLIKE.number()] * chances.dislike();
    }
}
