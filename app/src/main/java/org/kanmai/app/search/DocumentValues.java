package org.kanmai.app.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/** Reads numbers of documents, which must be asked for in the index's order. */
final class DocumentValues {
    private final Map<String, NumericDocValues> columns = new HashMap<>();

    DocumentValues(IndexSearcher searcher, String... names) throws IOException {
        for (var name : names) {
            var column = MultiDocValues.getNumericValues(searcher.getIndexReader(), name);
            if (column != null) {
                columns.put(name, column);
            }
        }
    }

    static List<ScoreDoc> inOrder(ScoreDoc[] hits) {
        return Stream.of(hits).sorted(Comparator.comparingInt(hit -> hit.doc)).toList();
    }

    long of(int document, String name) throws IOException {
        var column = Objects.requireNonNull(columns.get(name), name);
        if (!column.advanceExact(document)) {
            throw new IllegalStateException("document " + document + " has no " + name);
        }
        return column.longValue();
    }
}
