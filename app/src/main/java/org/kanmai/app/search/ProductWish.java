package org.kanmai.app.search;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Code;
import org.kanmai.facts.ShopId;

/**
 * What products somebody looks for.
 *
 * @param words the pieces of the question; none for all products
 * @param category of which, or of those that lie in it; absent for all
 * @param said what the product must say, all of it
 * @param currency in which prices are bounded and compared
 * @param after the last result that was shown; absent for the beginning
 */
record ProductWish(
        List<Cut> words,
        boolean everything,
        @Nullable ShopId shop,
        @Nullable Integer category,
        List<Said> said,
        long minPrice,
        long maxPrice,
        Currency currency,
        boolean inStock,
        Sort sort,
        @Nullable After after,
        int limit) {
    private static final int LONGEST = 100;
    private static final int LARGEST = 50;
    private static final int MOST_SAID = 10;
    private static final long HIGHEST_MINOR = 100_000_000_000L;

    ProductWish {
        words = List.copyOf(words);
        said = List.copyOf(said);
        if (said.size() > MOST_SAID) {
            throw Refusal.invalid("said", "must be at most " + MOST_SAID);
        }
        if (minPrice < 0 || minPrice > HIGHEST_MINOR) {
            throw Refusal.invalid("minPrice", "must be 0-" + HIGHEST_MINOR + " in minor units");
        }
        if (maxPrice < minPrice || maxPrice > HIGHEST_MINOR) {
            throw Refusal.invalid("maxPrice", "must be from minPrice to " + HIGHEST_MINOR + " in minor units");
        }
        if (limit < 1 || limit > LARGEST) {
            throw Refusal.invalid("limit", "must be 1-" + LARGEST);
        }
    }

    /** In which order. */
    enum Sort implements Code {
        /** What fits best. */
        RELEVANCE,
        /** The newest first. */
        NEWEST,
        /** What was sold most lately first. */
        SOLD,
        /** The cheapest first, by the lowest price of a variant. */
        PRICE_UP,
        /** The dearest first. */
        PRICE_DOWN
    }

    /** The last result of a part of the list: its place in the order, and its id where places are equal. */
    record After(double place, long id) {
        String cursor() {
            var bytes = ByteBuffer.allocate(Double.BYTES + Long.BYTES)
                    .putDouble(place)
                    .putLong(id)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }

        static After of(String cursor) {
            try {
                var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
                if (bytes.remaining() == Double.BYTES + Long.BYTES) {
                    return new After(bytes.getDouble(), bytes.getLong());
                }
            } catch (IllegalArgumentException malformed) {
                throw unknown();
            }
            throw unknown();
        }

        private static Refusal unknown() {
            return Refusal.invalid("cursor", "is not one that was given out");
        }

        /** Returns whether a result comes after this one: places fall, and so do ids. */
        boolean isBefore(double otherPlace, long otherId) {
            int order = Double.compare(place, otherPlace);
            return order > 0 || (order == 0 && id > otherId);
        }
    }

    /** Returns the pieces of a question; refuses one that is too long or holds what nobody can type. */
    static List<Cut> words(String question) {
        if (question.codePointCount(0, question.length()) > LONGEST) {
            throw Refusal.invalid("q", "must have at most " + LONGEST + " characters");
        }
        if (question.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("q", "holds characters that cannot be shown");
        }
        return Cut.of(question);
    }

    static long price(@Nullable Long sent, long otherwise) {
        return sent == null ? otherwise : sent;
    }

    static long highest() {
        return HIGHEST_MINOR;
    }

    boolean isPriced() {
        return minPrice > 0 || maxPrice < HIGHEST_MINOR;
    }
}
