package org.kanmai.app.content.understanding;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.kanmai.app.content.understanding.keywords.Keywords;
import org.kanmai.app.content.understanding.models.FrameTexts;
import org.kanmai.app.content.understanding.models.Meanings;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says which parts of understanding can be had on this machine. It is never down: works are reviewed and shown without it.
 * {@code content.understanding.away} counts the parts that are not there.
 */
@Component("understanding")
class UnderstandingHealth implements HealthIndicator {
    private final Meanings meanings;
    private final FrameTexts frames;
    private final Keywords keywords;
    private final UnderstandingJobStore jobs;

    UnderstandingHealth(
            Meanings meanings, FrameTexts frames, Keywords keywords, UnderstandingJobStore jobs, MeterRegistry meters) {
        this.meanings = meanings;
        this.frames = frames;
        this.keywords = keywords;
        this.jobs = jobs;
        Gauge.builder("content.understanding.away", this::away).register(meters);
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("meanings", meanings.standing())
                .withDetail("frameTexts", frames.standing())
                .withDetail("chineseWords", keywords.standing())
                .withDetail("waiting", jobs.waiting())
                .build();
    }

    private int away() {
        return (meanings.isAway() ? 1 : 0) + (frames.isAway() ? 1 : 0) + (keywords.isAway() ? 1 : 0);
    }
}
