package org.kanmai.app.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.ShopId;

/**
 * How the meant products spread over shops, categories, what they say, and prices, whichever of these are chosen.
 *
 * @param shops those with most of them
 * @param categories each that has any, without those of the categories in it
 * @param said what most of them say by choosing
 * @param prices bands in minor units of the wish's currency, by the lowest price; only those with any
 */
record ProductFacets(List<OfShop> shops, List<OfCategory> categories, List<OfSaid> said, List<Band> prices) {
    private static final int MOST_SHOPS = 20;
    private static final int MOST_SAID = 100;
    private static final long[] BOUNDS = {0, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000};

    ProductFacets {
        shops = List.copyOf(shops);
        categories = List.copyOf(categories);
        said = List.copyOf(said);
        prices = List.copyOf(prices);
    }

    /** So many of one shop. */
    record OfShop(ShopId shop, int count) {}

    /** So many of one category. */
    record OfCategory(int category, int count) {}

    /** So many that say one thing. */
    record OfSaid(int attribute, String value, int count) {}

    /** So many from a price to below another; without an end the dearest. */
    record Band(long from, @Nullable Long to, int count) {}

    static ProductFacets of(IndexSearcher searcher, Query byWords, ProductWish wish) throws IOException {
        return searcher.search(byWords, new Counting(wish.currency().getNumericCode()));
    }

    private static final class Counting implements CollectorManager<Count, ProductFacets> {
        private final int currency;

        Counting(int currency) {
            this.currency = currency;
        }

        @Override
        public Count newCollector() {
            return new Count(currency);
        }

        @Override
        public ProductFacets reduce(Collection<Count> counts) {
            Map<Long, Integer> shops = new HashMap<>();
            Map<Long, Integer> categories = new TreeMap<>();
            Map<String, Integer> said = new HashMap<>();
            int[] bands = new int[BOUNDS.length];
            for (var count : counts) {
                count.shops.forEach((shop, more) -> shops.merge(shop, more, Integer::sum));
                count.categories.forEach((category, more) -> categories.merge(category, more, Integer::sum));
                count.said.forEach((each, more) -> said.merge(each, more, Integer::sum));
                for (int band = 0; band < bands.length; band++) {
                    bands[band] += count.bands[band];
                }
            }
            return new ProductFacets(ofShops(shops), ofCategories(categories), ofSaid(said), bands(bands));
        }

        private static List<OfCategory> ofCategories(Map<Long, Integer> categories) {
            return categories.entrySet().stream()
                    .map(entry -> new OfCategory(Math.toIntExact(entry.getKey()), entry.getValue()))
                    .toList();
        }

        private static List<OfSaid> ofSaid(Map<String, Integer> said) {
            return said.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST_SAID)
                    .map(entry -> of(Said.parse(entry.getKey()), entry.getValue()))
                    .toList();
        }

        private static OfSaid of(Said said, int count) {
            return new OfSaid(said.attribute(), said.value(), count);
        }

        private static List<OfShop> ofShops(Map<Long, Integer> shops) {
            return shops.entrySet().stream()
                    .map(entry -> new OfShop(new ShopId(entry.getKey()), entry.getValue()))
                    .sorted(Comparator.comparingInt(OfShop::count)
                            .reversed()
                            .thenComparingLong(each -> each.shop().value()))
                    .limit(MOST_SHOPS)
                    .toList();
        }

        private static List<Band> bands(int[] counts) {
            var bands = new ArrayList<Band>();
            for (int band = 0; band < counts.length; band++) {
                if (counts[band] > 0) {
                    Long to = band + 1 < BOUNDS.length ? BOUNDS[band + 1] : null;
                    bands.add(new Band(BOUNDS[band], to, counts[band]));
                }
            }
            return bands;
        }
    }

    private static final class Count extends SimpleCollector {
        private final int currency;
        private final Map<Long, Integer> shops = new HashMap<>();
        private final Map<Long, Integer> categories = new HashMap<>();
        private final Map<String, Integer> said = new HashMap<>();
        private final int[] bands = new int[BOUNDS.length];
        private SortedSetDocValues chosen = DocValues.emptySortedSet();
        private NumericDocValues shop = DocValues.emptyNumeric();
        private NumericDocValues category = DocValues.emptyNumeric();
        private NumericDocValues price = DocValues.emptyNumeric();
        private NumericDocValues currencies = DocValues.emptyNumeric();

        Count(int currency) {
            this.currency = currency;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            shop = DocValues.getNumeric(leaf.reader(), ProductDocument.SHOP);
            category = DocValues.getNumeric(leaf.reader(), ProductDocument.CATEGORY);
            chosen = DocValues.getSortedSet(leaf.reader(), ProductDocument.SAID);
            price = DocValues.getNumeric(leaf.reader(), ProductDocument.PRICE);
            currencies = DocValues.getNumeric(leaf.reader(), ProductDocument.CURRENCY);
        }

        @Override
        public void collect(int document) throws IOException {
            if (shop.advanceExact(document)) {
                shops.merge(shop.longValue(), 1, Integer::sum);
            }
            if (category.advanceExact(document)) {
                categories.merge(category.longValue(), 1, Integer::sum);
            }
            if (chosen.advanceExact(document)) {
                for (int each = 0; each < chosen.docValueCount(); each++) {
                    said.merge(chosen.lookupOrd(chosen.nextOrd()).utf8ToString(), 1, Integer::sum);
                }
            }
            if (currencies.advanceExact(document)
                    && currencies.longValue() == currency
                    && price.advanceExact(document)) {
                bands[band(price.longValue())]++;
            }
        }

        private static int band(long minor) {
            int band = BOUNDS.length - 1;
            while (BOUNDS[band] > minor) {
                band--;
            }
            return band;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
