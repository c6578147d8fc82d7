package org.kanmai.app.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.kanmai.facts.ProductId;

/** Finds the best of what is meant, in the order of the wish; a list ends after {@link #MOST}. */
final class ProductFinding {
    static final int MOST = 500;
    /** What is sold out stands behind what is not and fits as well. */
    private static final double SOLD_OUT = 0.7;
    /** What many bought lately may stand before what fits up to a quarter better; a thousand units are as many as count. */
    private static final double MOST_FOR_SOLD = 0.25;

    private static final long MUCH_SOLD = 1_000;

    private ProductFinding() {}

    /**
     * One product that was found.
     *
     * @param place by which it is ordered, the highest first
     * @param terms what makes its place
     */
    record Hit(ProductId product, double place, List<Term> terms) {
        Hit {
            terms = List.copyOf(terms);
        }

        ProductWish.After after() {
            return new ProductWish.After(place, product.value());
        }
    }

    /** One factor of a place. */
    record Term(String name, double value) {}

    /** What was found, and how many there are in all; {@code total} is exact up to 1,000 and a lower bound above. */
    record Found(List<Hit> hits, long total, ProductFacets facets) {
        Found {
            hits = List.copyOf(hits);
        }
    }

    static Found find(IndexSearcher searcher, ProductWish wish) throws IOException {
        var byWords = ProductMatching.byWords(wish);
        var top = top(searcher, ProductMatching.filtered(byWords, wish), wish);
        var hits = hits(searcher, top.scoreDocs, wish);
        hits.sort(Comparator.comparingDouble(Hit::place)
                .thenComparingLong(hit -> hit.product().value())
                .reversed());
        return new Found(hits, top.totalHits.value(), ProductFacets.of(searcher, byWords, wish));
    }

    private static TopDocs top(IndexSearcher searcher, Query query, ProductWish wish) throws IOException {
        var newest = new SortField(ProductDocument.ID, SortField.Type.LONG, true);
        return switch (wish.sort()) {
            case RELEVANCE -> wish.everything() ? sorted(searcher, query, newest) : searcher.search(query, MOST);
            case NEWEST -> sorted(searcher, query, newest);
            case SOLD ->
                sorted(searcher, query, new SortField(ProductDocument.SOLD, SortField.Type.LONG, true), newest);
            case PRICE_UP -> sorted(searcher, query, byPrice(false), newest);
            case PRICE_DOWN -> sorted(searcher, query, byPrice(true), newest);
        };
    }

    private static SortField byPrice(boolean dearestFirst) {
        return new SortField(ProductDocument.PRICE, SortField.Type.LONG, dearestFirst);
    }

    private static TopDocs sorted(IndexSearcher searcher, Query query, SortField... fields) throws IOException {
        return searcher.search(query, MOST, new org.apache.lucene.search.Sort(fields));
    }

    private static List<Hit> hits(IndexSearcher searcher, ScoreDoc[] top, ProductWish wish) throws IOException {
        var values = new DocumentValues(
                searcher, ProductDocument.ID, ProductDocument.PRICE, ProductDocument.FREE, ProductDocument.SOLD);
        var hits = new ArrayList<Hit>();
        for (var found : DocumentValues.inOrder(top)) {
            var id = new ProductId(values.of(found.doc, ProductDocument.ID));
            hits.add(
                    switch (wish.sort()) {
                        case RELEVANCE ->
                            relevant(
                                    id,
                                    wish.everything() ? 1 : found.score,
                                    values.of(found.doc, ProductDocument.SOLD),
                                    values.of(found.doc, ProductDocument.FREE));
                        case NEWEST -> new Hit(id, 0, List.of());
                        case SOLD -> new Hit(id, values.of(found.doc, ProductDocument.SOLD), List.of());
                        case PRICE_UP -> new Hit(id, -values.of(found.doc, ProductDocument.PRICE), List.of());
                        case PRICE_DOWN -> new Hit(id, values.of(found.doc, ProductDocument.PRICE), List.of());
                    });
        }
        return hits;
    }

    private static Hit relevant(ProductId id, double words, long units, long free) {
        double sold = 1 + MOST_FOR_SOLD * Math.min(1, Math.log1p((double) units) / Math.log1p(MUCH_SOLD));
        double stock = free > 0 ? 1 : SOLD_OUT;
        return new Hit(
                id,
                words * sold * stock,
                List.of(new Term("words", words), new Term("sold", sold), new Term("stock", stock)));
    }
}
