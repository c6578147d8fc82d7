package org.kanmai.app.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.content.understanding.Understanding;
import org.kanmai.app.content.understanding.Understandings;
import org.kanmai.app.feed.buying.Prices;
import org.kanmai.app.feed.recall.CandidateSource;
import org.kanmai.app.feed.recall.Channels;
import org.kanmai.app.feed.scoring.Diversity;
import org.kanmai.app.feed.scoring.Entry;
import org.kanmai.app.feed.scoring.Shortlist;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.facts.Source;
import org.kanmai.ranking.WorkCounters;
import org.kanmai.ranking.WorkPrice;
import org.springframework.stereotype.Component;

/** Runs a recipe up to its scores: gather, filter, count, score. Each dropped candidate keeps its reason. */
@Component
class Candidates {
    private static final String NOT_SHORTLISTED = "not-shortlisted";

    private static final String NOT_AVAILABLE = "not-available";

    private final Channels channels;
    private final Features features;
    private final Understandings understandings;
    private final Prices prices;
    private final FeedSettings settings;
    private final MeterRegistry meters;

    Candidates(
            Channels channels,
            Features features,
            Understandings understandings,
            Prices prices,
            FeedSettings settings,
            MeterRegistry meters) {
        this.channels = channels;
        this.features = features;
        this.understandings = understandings;
        this.prices = prices;
        this.settings = settings;
        this.meters = meters;
    }

    /** What is left, scored, and what was dropped and why. */
    record Ranked(List<Entry> kept, List<Dropped> dropped) {

        /** Returns the same without what was drawn and could not be shown now, or had no position left in its pool. */
        Ranked without(Set<Long> works) {
            var stayed = new ArrayList<Entry>();
            var gone = new ArrayList<>(dropped);
            for (var entry : kept) {
                if (works.contains(entry.id())) {
                    gone.add(new Dropped(entry, NOT_AVAILABLE));
                } else {
                    stayed.add(entry);
                }
            }
            return works.isEmpty() ? this : new Ranked(stayed, gone);
        }
    }

    /** A candidate that a filter took out. */
    record Dropped(Entry entry, String reason) {}

    Ranked rank(Recipe recipe, Situation situation) {
        var gathered = gather(recipe.sources(), situation);
        var dropped = new ArrayList<Dropped>();
        var kept = filter(recipe.filters(), gathered, situation, dropped);
        var counted = count(kept);
        var chosen = Shortlist.of(counted, recipe.scoring().most(), situation);
        leftOut(counted, chosen, dropped);
        var priced = situation.viewer().profiled() ? priced(chosen) : chosen;
        return new Ranked(Diversity.of(recipe.scoring().score(priced, situation), settings.diversity()), dropped);
    }

    /** What works cost goes with what was bought: it is asked for who may be scored by both. */
    private List<Entry> priced(List<Entry> entries) {
        var known = prices.of(
                entries.stream().map(entry -> entry.candidate().work()).toList());
        return entries.stream()
                .map(entry -> entry.with(known.getOrDefault(entry.candidate().work(), WorkPrice.NONE)))
                .toList();
    }

    private void leftOut(List<Entry> counted, List<Entry> chosen, List<Dropped> dropped) {
        if (chosen.size() < counted.size()) {
            var ids = chosen.stream().map(Entry::id).collect(Collectors.toSet());
            counted.stream()
                    .filter(entry -> !ids.contains(entry.id()))
                    .forEach(entry -> dropped.add(new Dropped(entry, NOT_SHORTLISTED)));
            meters.counter("feed.candidates.dropped", "filter", NOT_SHORTLISTED)
                    .increment(counted.size() - chosen.size());
        }
    }

    /** Returns entries with one for a candidate among them, whatever would have brought it. */
    List<Entry> with(List<Entry> entries, Candidate candidate) {
        if (entries.stream().anyMatch(entry -> entry.id() == candidate.work().value())) {
            return entries;
        }
        var more = new ArrayList<>(entries);
        more.addAll(count(List.of(new Entry(candidate, Source.DIRECT, WorkCounters.NONE, List.of()))));
        return more;
    }

    private List<Entry> gather(List<CandidateSource> sources, Situation situation) {
        var entries = new LinkedHashMap<Long, Entry>();
        for (var found : channels.find(sources, situation)) {
            int before = entries.size();
            for (var candidate : found.candidates()) {
                entries.putIfAbsent(
                        candidate.work().value(), new Entry(candidate, found.source(), WorkCounters.NONE, List.of()));
            }
            meters.counter("feed.candidates.found", "source", found.source().code())
                    .increment(entries.size() - before);
        }
        return new ArrayList<>(entries.values());
    }

    private List<Entry> filter(
            List<CandidateFilter> filters, List<Entry> entries, Situation situation, List<Dropped> dropped) {
        var kept = entries;
        for (var filter : filters) {
            var left = new ArrayList<Entry>();
            for (var entry : kept) {
                if (filter.keeps(entry.candidate(), situation)) {
                    left.add(entry);
                } else {
                    dropped.add(new Dropped(entry, filter.reason()));
                }
            }
            meters.counter("feed.candidates.dropped", "filter", filter.reason()).increment(kept.size() - left.size());
            kept = left;
        }
        return kept;
    }

    private List<Entry> count(List<Entry> entries) {
        var works = entries.stream().map(entry -> entry.candidate().work()).toList();
        var counters = features.lately(works);
        var understood = understandings.of(works);
        return entries.stream()
                .map(entry -> entry.with(
                        counters.getOrDefault(entry.candidate().work(), WorkCounters.NONE),
                        keywords(understood.get(entry.candidate().work()))))
                .toList();
    }

    private static List<String> keywords(@Nullable Understanding understanding) {
        return understanding == null ? List.of() : understanding.keywords();
    }
}
