package org.kanmai.app.feed.models;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kanmai.ranking.features.Head;
import org.kanmai.ranking.learning.Delay;
import org.kanmai.ranking.learning.Judgement;
import org.kanmai.ranking.learning.Learner;
import org.kanmai.ranking.network.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts on record what a learner knows: the file first, then, in one row, that it is there and what speaks against it. */
@Component
class Publishing {
    private static final Logger log = LoggerFactory.getLogger(Publishing.class);
    private static final int NEWEST_FILES = 4;
    private static final int PASSED_FILES = 4;
    private static final int ENOUGH = 50;
    private static final double CHANCE = 0.5;
    private static final List<Head> JUDGED = List.of(Head.HOLD, Head.COMPLETION);

    private final ModelStore store;
    private final ModelFolder folder;
    private final Models models;
    private final ModelSettings settings;
    private final Clock clock;

    Publishing(ModelStore store, ModelFolder folder, Models models, ModelSettings settings, Clock clock) {
        this.store = store;
        this.folder = folder;
        this.models = models;
        this.settings = settings;
        this.clock = clock;
    }

    /** Publishes the next version of a line; fails when another process has put one on record meanwhile. */
    ModelRow publish(Learner learner, int parent, int version, Optional<Delay> delay) {
        var network = learner.publish();
        var judged = learner.judge(network);
        var reasons = reasonsAgainst(learner, network, judged);
        var file = folder.write(version, learner.snapshot());
        var model = new ModelRow(
                version,
                parent,
                clock.instant(),
                learner.learned(),
                file,
                folder.size(file),
                verdict(learner, reasons),
                reasons,
                judged,
                delay.orElse(null));
        if (!store.add(model)) {
            throw new IllegalStateException("another process has put model " + version + " on record");
        }
        folder.keep(store.kept(NEWEST_FILES, PASSED_FILES));
        models.refresh();
        if (model.verdict() == ModelVerdict.REFUSED) {
            log.warn("model {} does not rank: {}", version, reasons);
        }
        return model;
    }

    private List<String> reasonsAgainst(Learner learner, Network network, List<Judgement> judged) {
        if (learner.learned() < settings.enough()) {
            return List.of();
        }
        var former = models.inForce().map(Model::network);
        var reasons = new ArrayList<>(learner.reasonsAgainst(network, former));
        for (var each : judged) {
            blindness(each).ifPresent(reasons::add);
        }
        return reasons;
    }

    /** Who can't tell one work from another no better than a coin has nothing to say about their order. */
    private static Optional<String> blindness(Judgement judged) {
        boolean known = JUDGED.contains(judged.head())
                && judged.positives() >= ENOUGH
                && judged.labels() - judged.positives() >= ENOUGH;
        return known && judged.auc().orElse(1) < CHANCE
                ? Optional.of("it tells " + judged.head().code() + " no better than chance: an area of "
                        + judged.auc().orElse(1))
                : Optional.empty();
    }

    private ModelVerdict verdict(Learner learner, List<String> reasons) {
        if (learner.learned() < settings.enough()) {
            return ModelVerdict.TOO_FEW;
        }
        return reasons.isEmpty() ? ModelVerdict.PASSED : ModelVerdict.REFUSED;
    }
}
