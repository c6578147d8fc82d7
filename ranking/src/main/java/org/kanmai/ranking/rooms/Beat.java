package org.kanmai.ranking.rooms;

import org.kanmai.ranking.LayoutReader;
import org.kanmai.ranking.LayoutWriter;

/**
 * What happened in a room in some stretch of time.
 *
 * @param viewers how many were there at its end
 * @param entered people who came, each once for each time they came
 * @param chats all that was said, {@code slow} and {@code expensive} among it
 * @param opened people who opened a product, each product once
 * @param ordered lines of orders
 * @param paid lines of orders that were paid, less those whose money went back
 * @param minor what was paid for them, in minor units
 */
public record Beat(
        long viewers,
        long entered,
        long left,
        long chats,
        long slow,
        long expensive,
        long likes,
        long opened,
        long ordered,
        long paid,
        long minor) {
    /** Nothing. */
    public static final Beat NONE = new Beat(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Beat entering() {
        return new Beat(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    static Beat leaving() {
        return new Beat(0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    static Beat saying(boolean slow, boolean expensive) {
        return new Beat(0, 0, 0, 1, slow ? 1 : 0, expensive ? 1 : 0, 0, 0, 0, 0, 0);
    }

    static Beat liking(long likes) {
        return new Beat(0, 0, 0, 0, 0, 0, likes, 0, 0, 0, 0);
    }

    static Beat opening() {
        return new Beat(0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0);
    }

    static Beat ordering() {
        return new Beat(0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0);
    }

    static Beat paying(long lines, long minor) {
        return new Beat(0, 0, 0, 0, 0, 0, 0, 0, 0, lines, minor);
    }

    /** Returns the same with so many who are there. */
    Beat with(long now) {
        return new Beat(now, entered, left, chats, slow, expensive, likes, opened, ordered, paid, minor);
    }

    /** Returns both together; who is there is what the later says. */
    public Beat plus(Beat later) {
        return new Beat(
                later.viewers,
                entered + later.entered,
                left + later.left,
                chats + later.chats,
                slow + later.slow,
                expensive + later.expensive,
                likes + later.likes,
                opened + later.opened,
                ordered + later.ordered,
                paid + later.paid,
                minor + later.minor);
    }

    void write(LayoutWriter out) {
        out.number(viewers)
                .number(entered)
                .number(left)
                .number(chats)
                .number(slow)
                .number(expensive)
                .number(likes)
                .number(opened)
                .number(ordered)
                .number(paid)
                .number(minor);
    }

    static Beat read(LayoutReader in) {
        return new Beat(
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number());
    }
}
