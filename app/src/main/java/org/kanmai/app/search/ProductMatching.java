package org.kanmai.app.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Says which products a wish means: by words, and by what they are. */
final class ProductMatching {
    /** So much of the question must stand in the title or the shop's name. */
    private static final double SHARE = 0.7;

    private static final float IN_SHOP_NAME = 0.5f;
    private static final float IN_BODY = 0.3f;
    private static final float UNFINISHED = 0.5f;
    private static final int SHORTEST_UNFINISHED = 2;

    private ProductMatching() {}

    /** Returns the products that are meant, with their shop, price and stock left open, scored by their words. */
    static Query byWords(ProductWish wish) {
        if (wish.everything()) {
            return MatchAllDocsQuery.INSTANCE;
        }
        if (wish.words().isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        var pairs = texts(Cut.pairs(wish.words()));
        var anywhere = new BooleanQuery.Builder()
                .add(inTitle(wish.words()), Occur.SHOULD)
                .add(inBody(pairs), Occur.SHOULD)
                .build();
        var query = new BooleanQuery.Builder().add(anywhere, Occur.MUST);
        pairs.forEach(pair -> query.add(new TermQuery(new Term(ProductDocument.PAIRS, pair)), Occur.SHOULD));
        return query.build();
    }

    private static Query inTitle(List<Cut> words) {
        var texts = texts(words);
        var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch((int) Math.ceil(SHARE * texts.size()));
        var last = words.getLast();
        texts.forEach(text -> query.add(word(text, text.equals(last.text()) && isUnfinished(last)), Occur.SHOULD));
        return query.build();
    }

    private static boolean isUnfinished(Cut last) {
        return !last.isChinese() && last.text().length() >= SHORTEST_UNFINISHED;
    }

    private static Query word(String text, boolean unfinished) {
        var whole = new TermQuery(new Term(ProductDocument.TITLE, text));
        var shop = new BoostQuery(new TermQuery(new Term(ProductDocument.SHOP_NAME, text)), IN_SHOP_NAME);
        var begun = new BoostQuery(new PrefixQuery(new Term(ProductDocument.TITLE, text)), UNFINISHED);
        return new DisjunctionMaxQuery(unfinished ? List.of(whole, shop, begun) : List.of(whole, shop), 0);
    }

    private static Query inBody(Set<String> pairs) {
        var query = new BooleanQuery.Builder();
        pairs.forEach(pair -> query.add(new TermQuery(new Term(ProductDocument.BODY, pair)), Occur.MUST));
        return new BoostQuery(query.build(), IN_BODY);
    }

    private static Set<String> texts(List<Cut> cuts) {
        var texts = new LinkedHashSet<String>();
        cuts.forEach(cut -> texts.add(cut.text()));
        return texts;
    }

    /** Returns those of the meant that are as the wish says. */
    static Query filtered(Query byWords, ProductWish wish) {
        var query = new BooleanQuery.Builder().add(byWords, Occur.MUST);
        var shop = wish.shop();
        if (shop != null) {
            query.add(LongPoint.newExactQuery(ProductDocument.SHOP, shop.value()), Occur.FILTER);
        }
        var category = wish.category();
        if (category != null) {
            query.add(IntPoint.newExactQuery(ProductDocument.CATEGORY, category), Occur.FILTER);
        }
        wish.said()
                .forEach(each ->
                        query.add(new TermQuery(new Term(ProductDocument.SAID, each.toString())), Occur.FILTER));
        if (wish.isPriced()) {
            query.add(LongPoint.newRangeQuery(ProductDocument.PRICE, wish.minPrice(), wish.maxPrice()), Occur.FILTER);
        }
        if (wish.isPriced() || isByPrice(wish)) {
            query.add(
                    IntPoint.newExactQuery(
                            ProductDocument.CURRENCY, wish.currency().getNumericCode()),
                    Occur.FILTER);
        }
        if (wish.inStock()) {
            query.add(IntPoint.newExactQuery(ProductDocument.FREE, 1), Occur.FILTER);
        }
        return query.build();
    }

    private static boolean isByPrice(ProductWish wish) {
        return switch (wish.sort()) {
            case PRICE_UP, PRICE_DOWN -> true;
            case RELEVANCE, NEWEST, SOLD -> false;
        };
    }
}
