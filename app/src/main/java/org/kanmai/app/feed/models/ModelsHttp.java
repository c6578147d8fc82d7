package org.kanmai.app.feed.models;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.ranking.learning.Delay;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which models there were, how good they are and which ranks: for everybody to see; operators go back. */
@RestController
class ModelsHttp {
    private static final int MOST = 100;

    private final ModelStore store;
    private final ModelFolder folder;
    private final Models models;
    private final Holding holding;
    private final ModelSettings settings;

    ModelsHttp(ModelStore store, ModelFolder folder, Models models, Holding holding, ModelSettings settings) {
        this.store = store;
        this.folder = folder;
        this.models = models;
        this.holding = holding;
        this.settings = settings;
    }

    /** A page of models, the newest first; {@code ranking} is 0 while the terms of the policy rank without predictions. */
    record ModelPage(int ranking, @Nullable ModelHold hold, long enough, List<RankingModel> models) {}

    /**
     * A model as everybody sees it; {@code kept} tells whether it can be gone back to, {@code delay} how soon it learned what it
     * learned since its parent, and is absent where nothing of that had just happened.
     */
    record RankingModel(
            int version,
            int parent,
            Instant madeAt,
            long learned,
            long bytes,
            ModelVerdict verdict,
            boolean kept,
            List<String> reasons,
            List<JudgedJson.Told> judged,
            @Nullable ModelDelay delay) {}

    /** How long it took from what somebody did to the lesson, in milliseconds: for half of the examples, and for 95 of 100. */
    record ModelDelay(int examples, long half, long most) {}

    /** That one model alone ranks, and why. */
    record ModelHold(int version, String why, Instant since) {}

    record HoldReason(@Nullable String why) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/ranking/models")
    ModelPage models(
            @RequestParam(defaultValue = "2147483647") int before, @RequestParam(defaultValue = "20") int count) {
        if (count < 1 || count > MOST) {
            throw Refusal.invalid("count", "must be 1-" + MOST);
        }
        return new ModelPage(
                models.inForce().map(Model::version).orElse(0),
                store.hold()
                        .map(hold -> new ModelHold(hold.version(), hold.why(), hold.heldAt()))
                        .orElse(null),
                settings.enough(),
                store.before(before, count).stream().map(this::shown).toList());
    }

    private RankingModel shown(ModelRow model) {
        return new RankingModel(
                model.version(),
                model.parent(),
                model.madeAt(),
                model.learned(),
                model.bytes(),
                model.verdict(),
                model.verdict() == ModelVerdict.PASSED && folder.has(model.file()),
                model.reasons(),
                model.judged().stream().map(JudgedJson.Told::of).toList(),
                delay(model.delay()));
    }

    private static @Nullable ModelDelay delay(@Nullable Delay delay) {
        return delay == null ? null : new ModelDelay(delay.examples(), delay.half(), delay.most());
    }

    @Allowed(Allowed.To.OPERATOR)
    @PutMapping("/api/ranking/models/{version}/hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hold(@PathVariable int version, @RequestBody HoldReason body, Viewer viewer) {
        holding.hold(version, viewer.self(), body.why() == null ? "" : body.why());
        models.refresh();
    }

    @Allowed(Allowed.To.OPERATOR)
    @DeleteMapping("/api/ranking/models/hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void goOn(Viewer viewer) {
        holding.goOn(viewer.self());
    }
}
