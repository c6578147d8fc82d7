package org.kanmai.app.search;

import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.kanmai.app.content.changes.WorkChanges.Said;
import org.kanmai.app.identity.Person;
import org.kanmai.facts.WorkId;

/** A work as it lies in the index; a change of what is written here needs a new {@link #LAYOUT}. */
record WorkDocument(Said said, Person creator) {
    static final String LAYOUT = "1";
    static final String ID = "id";
    static final String TITLE = "title";
    static final String PAIRS = "pairs";
    static final String ABOUT = "about";
    static final String CREATOR = "creator";
    static final String BODY = "body";

    static Term key(WorkId work) {
        return new Term(ID, work.toString());
    }

    Document document() {
        var document = new Document();
        var title = Cut.of(said.title());
        var about = Cut.of(String.join(
                "\n",
                Stream.concat(said.hashtags().stream(), said.keywords().stream())
                        .distinct()
                        .toList()));
        document.add(new StringField(ID, said.work().toString(), Field.Store.NO));
        document.add(new NumericDocValuesField(ID, said.work().value()));
        document.add(new TextField(TITLE, new CutStream(title)));
        document.add(new TextField(PAIRS, new CutStream(Cut.pairs(title))));
        document.add(new TextField(ABOUT, new CutStream(about)));
        document.add(new TextField(CREATOR, new CutStream(Cut.of(creator.name() + "\n" + creator.handle()))));
        document.add(new TextField(BODY, new CutStream(Cut.pairs(Cut.of(said.description())))));
        return document;
    }
}
