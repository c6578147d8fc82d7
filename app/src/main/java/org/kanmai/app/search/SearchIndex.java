package org.kanmai.app.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process's own index: a copy, made anew whenever it can't be read or is of another layout.
 *
 * <p>It lies in the first numbered folder that no other process holds.
 */
final class SearchIndex implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SearchIndex.class);
    private static final String LAYOUT_KEY = "layout";
    private static final String MARK_KEY = "mark";
    private static final int MOST_PROCESSES = 16;
    private static final double BUFFER_MEGABYTES = 16;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final String layout;

    private SearchIndex(Directory directory, IndexWriter writer, String layout) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.layout = layout;
        this.searchers = new SearcherManager(writer, null);
    }

    /** A look at the index as it was at the last refresh. */
    @FunctionalInterface
    interface Look<T> {
        T at(IndexSearcher searcher) throws IOException;
    }

    /** Opens the first index below a folder that no other process holds; one of another layout is made anew. */
    static SearchIndex open(Path root, String layout) {
        try {
            for (int number = 1; number <= MOST_PROCESSES; number++) {
                var directory = FSDirectory.open(Files.createDirectories(root.resolve(Integer.toString(number))));
                try {
                    return open(directory, layout);
                } catch (LockObtainFailedException held) {
                    directory.close();
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("no index can be kept below " + root, failure);
        }
        throw new IllegalStateException(MOST_PROCESSES + " processes keep an index below " + root);
    }

    private static SearchIndex open(Directory directory, String layout) throws IOException {
        if (isOurs(directory, layout)) {
            try {
                return new SearchIndex(directory, writer(directory, OpenMode.APPEND), layout);
            } catch (LockObtainFailedException held) {
                throw held;
            } catch (IOException | IllegalArgumentException damaged) {
                log.warn("search.index.damaged: it is made anew", damaged);
            }
        }
        empty(directory);
        return new SearchIndex(directory, writer(directory, OpenMode.CREATE), layout);
    }

    private static void empty(Directory directory) throws IOException {
        try (var held = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (var file : directory.listAll()) {
                held.ensureValid();
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
        }
    }

    private static boolean isOurs(Directory directory, String layout) {
        try (var reader = DirectoryReader.open(directory)) {
            return layout.equals(reader.getIndexCommit().getUserData().get(LAYOUT_KEY));
        } catch (IOException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static IndexWriter writer(Directory directory, OpenMode mode) throws IOException {
        return new IndexWriter(
                directory, new IndexWriterConfig().setOpenMode(mode).setRAMBufferSizeMB(BUFFER_MEGABYTES));
    }

    /** Returns the mark that was committed last; empty text for a new index. */
    String mark() {
        var data = writer.getLiveCommitData();
        if (data != null) {
            for (var entry : data) {
                if (entry.getKey().equals(MARK_KEY)) {
                    return entry.getValue();
                }
            }
        }
        return "";
    }

    /** Puts a document in the place of the one with its key. */
    void put(Term key, Document document) {
        try {
            writer.updateDocument(key, document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void remove(List<Term> keys) {
        try {
            writer.deleteDocuments(keys.toArray(Term[]::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void clear() {
        try {
            writer.deleteAll();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Shows to searches what was put. */
    void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Keeps what was put over a loss of power, and the mark up to which it is complete. */
    void commit(String mark) {
        try {
            writer.setLiveCommitData(Map.of(LAYOUT_KEY, layout, MARK_KEY, mark).entrySet());
            writer.commit();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    <T> T look(Look<T> look) {
        try {
            var searcher = searchers.acquire();
            try {
                return look.at(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int size() {
        return look(searcher -> searcher.getIndexReader().numDocs());
    }

    /** What was put since the last commit is put again after the next start. */
    @Override
    public void close() {
        try {
            searchers.close();
            writer.rollback();
            directory.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
