package org.kanmai.ranking.evaluation.site;

import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalDouble;
import org.kanmai.facts.tongue.Tongue;
import org.kanmai.ranking.features.Head;
import org.kanmai.ranking.network.Network;

/** How well each contender tells each head, a row each; of a head with too little to go by no figure is shown. */
final class HeadTable {
    private final Tongue tongue;
    private final PrintStream out;

    HeadTable(Tongue tongue, PrintStream out) {
        this.tongue = tongue;
        this.out = out;
    }

    void print(SiteSplit split, Network network) {
        out.println(tongue.say(
                "| | | labels | positives | AUC | GAUC | log-loss | ECE | NDCG@10 |",
                "| | | 样本 | 正样本 | AUC | GAUC | 对数损失 | 校准误差 | NDCG@10 |"));
        out.println("|---|---|---|---|---|---|---|---|---|");
        var told = SiteScores.network(network, split.tested());
        var served = SiteScores.served(split.tested());
        for (var head : Head.values()) {
            var outcome = new HeadOutcome(split.tested(), head);
            if (!outcome.isEnough()) {
                row(head, tongue.say("too few", "样本太少"), outcome, HeadOutcome.Figures.NONE);
                continue;
            }
            row(head, tongue.say("network", "网络"), outcome, outcome.ofProbabilities(told[head.number()]));
            row(head, tongue.say("as served", "当时得分"), outcome, outcome.ofScores(served));
            var popularity = SiteScores.popularity(split, head);
            row(head, tongue.say("popularity", "热度"), outcome, outcome.ofProbabilities(popularity));
        }
    }

    private void row(Head head, String contender, HeadOutcome outcome, HeadOutcome.Figures figures) {
        out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %d | %s | %s | %s | %s | %s |%n",
                name(head),
                contender,
                outcome.labels(),
                outcome.positives(),
                figure(figures.auc()),
                figure(figures.gauc()),
                figure(figures.logLoss()),
                figure(figures.calibrationError()),
                figure(figures.ndcg()));
    }

    private static String figure(OptionalDouble figure) {
        return figure.isPresent() ? String.format(Locale.ROOT, "%.4f", figure.getAsDouble()) : "-";
    }

    private String name(Head head) {
        return switch (head) {
            case HOLD -> tongue.say("watched 3 s", "看满 3 秒");
            case COMPLETION -> tongue.say("watched to the end", "完播");
            case WATCH_TIME -> tongue.say("time watched", "观看时长");
            case LIKE -> tongue.say("like", "点赞");
            case COMMENT -> tongue.say("comment", "评论");
            case SHARE -> tongue.say("share", "分享");
            case FOLLOW -> tongue.say("follow", "关注");
            case OPEN -> tongue.say("product opened", "打开商品");
            case ORDER -> tongue.say("order", "下单");
            case DISLIKE -> tongue.say("less of this", "不感兴趣");
        };
    }
}
