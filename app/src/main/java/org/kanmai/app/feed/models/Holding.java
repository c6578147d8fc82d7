package org.kanmai.app.feed.models;

import java.time.Clock;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets an operator go back to a model in one step, and later let learning go on from it. */
@Component
class Holding {
    private static final int LONGEST = 500;

    private final ModelStore store;
    private final ModelFolder folder;
    private final Clock clock;

    Holding(ModelStore store, ModelFolder folder, Clock clock) {
        this.store = store;
        this.folder = folder;
        this.clock = clock;
    }

    /** Has a model alone rank; refuses with 404, 409 or 422 where there is none, one is held, or it can't rank. */
    @Transactional
    void hold(int version, PersonId operator, String why) {
        var reason = why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST) {
            throw Refusal.invalid("why", "must be 1-" + LONGEST + " characters");
        }
        var model = store.find(version).orElseThrow(() -> Refusal.notFound("model"));
        if (model.verdict() != ModelVerdict.PASSED || !folder.has(model.file())) {
            throw Refusal.conflict(
                    "model-cannot-rank",
                    "This model can't rank",
                    "Only a model that passed and whose file is still kept can be gone back to; take one of the newest.");
        }
        if (!store.hold(version, operator, reason, clock.instant())) {
            throw Refusal.conflict(
                    "model-is-held", "A model is held already", "Let learning go on first; then go back to another.");
        }
        store.dropAfter(version);
    }

    /** Lets learning go on from the model that is held, without one that was on its way when the hold began; refuses with 409 where none is. */
    @Transactional
    void goOn(PersonId operator) {
        var held = store.endHold(operator, clock.instant());
        store.dropAfter(held.orElseThrow(
                () -> Refusal.conflict("no-model-is-held", "No model is held", "Learning goes on as it is.")));
    }
}
