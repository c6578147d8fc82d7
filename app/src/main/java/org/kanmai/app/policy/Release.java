package org.kanmai.app.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.distribution.planning.SupplyPlan;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;

/**
 * That a version holds from an instant on.
 *
 * @param number in the order in which they were told, from 1 on
 * @param by absent for the first, and once that person was erased
 * @param at when it was told; it begins then or later
 * @param reason of a rollback
 * @param plan of a day, as it was known then
 * @param waiver why it may hold though it promises more than is carried
 */
record Release(
        int number,
        int version,
        Instant beginsAt,
        How how,
        @Nullable PersonId by,
        Instant at,
        @Nullable String reason,
        @Nullable Plan plan,
        @Nullable String waiver) {

    /** Returns this rollback for what is released before it begins. */
    Release again(Release released, int number) {
        return new Release(
                number, released.version(), beginsAt, How.ROLLBACK, released.by(), released.at(), reason, null, null);
    }

    /** By which right. */
    enum How implements Code {
        /** It came with the product. */
        FIRST,
        /** One proposed, another approved. */
        TWO_PEOPLE,
        /** Its proposer alone, after public notice. */
        SINGLE_HANDED,
        /** The former version again. */
        ROLLBACK
    }

    /**
     * What a version promises a day against what is carried, in units.
     *
     * @param promised one for each pool
     */
    record Plan(List<Double> promised, double carried, double shortfall) {
        Plan {
            promised = List.copyOf(promised);
        }

        static Plan of(SupplyPlan plan) {
            return new Plan(plan.promised(), plan.carried(), plan.shortfall());
        }
    }
}
