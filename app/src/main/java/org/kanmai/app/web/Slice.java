package org.kanmai.app.web;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One part of a list and where the next begins.
 *
 * @param next the cursor of the next part; absent at the end
 */
public record Slice<T>(List<T> items, @Nullable String next) {
    public Slice {
        items = List.copyOf(items);
    }

    /** Cuts a slice from one row more than its limit; the cursor is the key of the last item kept. */
    public static <T> Slice<T> of(List<T> rows, Paging paging, ToLongFunction<T> key) {
        if (rows.size() <= paging.limit()) {
            return new Slice<>(rows, null);
        }
        var kept = rows.subList(0, paging.limit());
        return new Slice<>(kept, Paging.cursor(key.applyAsLong(kept.getLast())));
    }

    /** Returns a slice of what each item becomes. */
    public <R> Slice<R> map(Function<T, R> becomes) {
        return new Slice<>(items.stream().map(becomes).toList(), next);
    }
}
