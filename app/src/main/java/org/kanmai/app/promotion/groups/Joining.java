package org.kanmai.app.promotion.groups;

import java.time.Instant;
import org.kanmai.facts.Code;
import org.kanmai.facts.GroupId;

/**
 * On which terms somebody opens or joins a group.
 *
 * @param endsAt when its time is over
 */
public record Joining(Deal deal, GroupId group, Way way, Instant endsAt) {

    /** Whether the group is there already. */
    public enum Way implements Code {
        OPENS,
        JOINS
    }
}
