package org.kanmai.app.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.kanmai.facts.WorkId;

/** Finds the best works for a question: by title, hashtags and keywords, creator, and description. */
final class WorkFinding {
    /** So much of the question must stand in the title, the hashtags, the keywords or the creator's name. */
    private static final double SHARE = 0.7;

    private static final float IN_ABOUT = 0.8f;
    private static final float IN_CREATOR = 0.6f;
    private static final float IN_BODY = 0.3f;

    private WorkFinding() {}

    /** One work that was found, and how well it fits. */
    record Hit(WorkId work, double place) {
        ProductWish.After after() {
            return new ProductWish.After(place, work.value());
        }
    }

    static List<Hit> find(IndexSearcher searcher, List<Cut> words) throws IOException {
        var top = searcher.search(query(words), ProductFinding.MOST);
        var ids = new DocumentValues(searcher, WorkDocument.ID);
        var hits = new ArrayList<Hit>();
        for (var found : DocumentValues.inOrder(top.scoreDocs)) {
            hits.add(new Hit(new WorkId(ids.of(found.doc, WorkDocument.ID)), found.score));
        }
        hits.sort(Comparator.comparingDouble(Hit::place)
                .thenComparingLong(hit -> hit.work().value())
                .reversed());
        return hits;
    }

    private static Query query(List<Cut> words) {
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        var pairs = texts(Cut.pairs(words));
        var anywhere = new BooleanQuery.Builder()
                .add(inHead(texts(words)), Occur.SHOULD)
                .add(inBody(pairs), Occur.SHOULD)
                .build();
        var query = new BooleanQuery.Builder().add(anywhere, Occur.MUST);
        pairs.forEach(pair -> query.add(new TermQuery(new Term(WorkDocument.PAIRS, pair)), Occur.SHOULD));
        return query.build();
    }

    private static Query inHead(Set<String> texts) {
        var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch((int) Math.ceil(SHARE * texts.size()));
        texts.forEach(text -> query.add(
                new DisjunctionMaxQuery(
                        List.of(
                                new TermQuery(new Term(WorkDocument.TITLE, text)),
                                weighed(WorkDocument.ABOUT, text, IN_ABOUT),
                                weighed(WorkDocument.CREATOR, text, IN_CREATOR)),
                        0),
                Occur.SHOULD));
        return query.build();
    }

    private static Query weighed(String field, String text, float weight) {
        return new BoostQuery(new TermQuery(new Term(field, text)), weight);
    }

    private static Query inBody(Set<String> pairs) {
        var query = new BooleanQuery.Builder();
        pairs.forEach(pair -> query.add(new TermQuery(new Term(WorkDocument.BODY, pair)), Occur.MUST));
        return new BoostQuery(query.build(), IN_BODY);
    }

    private static Set<String> texts(List<Cut> cuts) {
        var texts = new LinkedHashSet<String>();
        cuts.forEach(cut -> texts.add(cut.text()));
        return texts;
    }
}
