package org.kanmai.app.conversation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of what one person says and does.
 *
 * @param commentsPerMinute comments of one person in any minute
 * @param commentsPerDay comments of one person in any 24 hours
 * @param reactionsPerMinute likes and the like of one person in a minute, by each process
 */
@ConfigurationProperties("kanmai.conversation")
record ConversationSettings(
        @DefaultValue("20") int commentsPerMinute,
        @DefaultValue("500") int commentsPerDay,
        @DefaultValue("240") int reactionsPerMinute) {
    ConversationSettings {
        if (commentsPerMinute < 1 || commentsPerDay < 1 || reactionsPerMinute < 1) {
            throw new IllegalArgumentException("kanmai.conversation: limits must be positive");
        }
    }
}
