package org.kanmai.app.feed.scoring;

import java.util.List;
import org.kanmai.app.content.Candidate;
import org.kanmai.distribution.Option;
import org.kanmai.facts.Source;
import org.kanmai.ranking.Tally;
import org.kanmai.ranking.WorkCounters;
import org.kanmai.ranking.WorkPrice;

/**
 * A candidate on its way through the pipeline.
 *
 * @param source the first source that brought it
 * @param counters what people did with the work so far
 * @param keywords what its words are found to be about, the most telling first
 * @param price what the product that it shows costs
 * @param terms what each scorer gave, already weighted; their sum is the score
 */
public record Entry(
        Candidate candidate,
        Source source,
        WorkCounters counters,
        List<String> keywords,
        WorkPrice price,
        List<Term> terms) {
    public Entry {
        keywords = List.copyOf(keywords);
        terms = List.copyOf(terms);
    }

    /** Takes a candidate of which nothing else is known. */
    public Entry(Candidate candidate, Source source, WorkCounters counters, List<Term> terms) {
        this(candidate, source, counters, List.of(), WorkPrice.NONE, terms);
    }

    /** One weighted part of a score; {@code detail} names what it rests on, such as a tag; may be empty. */
    public record Term(String name, double value, String detail) {}

    public long id() {
        return candidate.work().value();
    }

    /** Returns what rates are made of: natural exposures and what followed from them. */
    public Tally counted() {
        return counters.rated();
    }

    public double score() {
        double sum = 0;
        for (Term term : terms) {
            sum += term.value();
        }
        return sum;
    }

    /**
     * Returns what a draw knows of it, in the 32 bits that the log keeps: whoever has the record can draw again.
     *
     * @param claim weight in the lottery of reserved positions
     */
    public Option option(double claim) {
        return new Option(id(), candidate.creator().value(), (float) score(), (float) claim);
    }

    public Entry owed() {
        return new Entry(candidate, Source.POOL, counters, keywords, price, terms);
    }

    public Entry with(WorkCounters counted, List<String> about) {
        return new Entry(candidate, source, counted, about, price, terms);
    }

    public Entry with(List<Term> given) {
        return new Entry(candidate, source, counters, keywords, price, given);
    }

    public Entry with(WorkPrice asked) {
        return new Entry(candidate, source, counters, keywords, asked, terms);
    }
}
