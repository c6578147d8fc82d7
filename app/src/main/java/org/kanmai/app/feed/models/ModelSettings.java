package org.kanmai.app.feed.models;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ranker learns.
 *
 * @param learning whether this process may be the one that learns
 * @param enough examples that a model has learned before it may rank
 * @param every how often a model is made at most
 * @param lease how long the process that learns stays it without renewing
 */
@ConfigurationProperties("kanmai.feed.models")
record ModelSettings(
        @DefaultValue("true") boolean learning,
        @DefaultValue("2000") long enough,
        @DefaultValue("15s") Duration every,
        @DefaultValue("30s") Duration lease) {
    ModelSettings {
        if (enough < 1 || every.toMillis() < 100 || lease.toSeconds() < 10) {
            throw new IllegalArgumentException("kanmai.feed.models: enough from 1, every from 100ms, lease from 10s");
        }
    }
}
