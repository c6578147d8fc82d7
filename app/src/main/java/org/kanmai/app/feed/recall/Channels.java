package org.kanmai.app.feed.recall;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.facts.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the channels of a recipe. Those that ask an engine are asked at once, beside each other, while the others answer from
 * memory. One that fails, or is late, brings nothing this time; the page is made of what the others bring.
 */
@Component
public class Channels {
    private static final Logger log = LoggerFactory.getLogger(Channels.class);

    private final RecallSettings settings;
    private final MeterRegistry meters;
    private final Map<Source, Semaphore> under = new ConcurrentHashMap<>();

    Channels(RecallSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
    }

    /** What a channel brought. */
    public record Found(Source source, List<Candidate> candidates) {
        public Found {
            candidates = List.copyOf(candidates);
        }
    }

    private record Asked(CandidateSource source, FutureTask<List<Candidate>> answer) {}

    /** Returns what each channel brings, in the order of the channels. */
    public List<Found> find(List<CandidateSource> sources, Situation situation) {
        long deadline = System.nanoTime() + settings.budget().toNanos();
        var asked = new ArrayList<Asked>();
        for (var source : sources) {
            if (!settings.off().contains(source.source())) {
                asked.add(ask(source, situation));
            }
        }
        asked.stream()
                .filter(each -> !each.source().asksAnEngine())
                .forEach(each -> each.answer().run());
        return asked.stream()
                .map(each -> new Found(each.source().source(), answer(each, deadline)))
                .toList();
    }

    /** A question that asks an engine begins at once, unless too many of its channel are under way: then it is late already. */
    private Asked ask(CandidateSource source, Situation situation) {
        int quota = settings.of(source.source());
        if (!source.asksAnEngine()) {
            return new Asked(source, new FutureTask<>(() -> source.find(situation, quota)));
        }
        var places = under.computeIfAbsent(source.source(), first -> new Semaphore(settings.atOnce()));
        var answer = new FutureTask<>(() -> {
            try {
                return source.find(situation, quota);
            } finally {
                places.release();
            }
        });
        if (places.tryAcquire()) {
            Thread.ofVirtual().name("recall").start(answer);
        } else {
            answer.cancel(false);
        }
        return new Asked(source, answer);
    }

    private List<Candidate> answer(Asked asked, long deadline) {
        var source = asked.source().source();
        try {
            var found = asked.answer().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return found.subList(0, Math.min(settings.of(source), found.size()));
        } catch (TimeoutException | CancellationException late) {
            count("feed.source.late", source);
        } catch (ExecutionException failure) {
            log.warn("the source {} failed", source, failure.getCause());
            count("feed.source.failed", source);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    private void count(String what, Source source) {
        meters.counter(what, "source", source.code()).increment();
    }
}
