package org.kanmai.simulator.month;

import java.util.List;

/**
 * A film that works of the past show.
 *
 * @param talk what people say under a work that shows it
 * @param goods what of the wares it shows
 */
public record Film(String creator, String title, List<String> hashtags, List<String> talk, List<Goods> goods) {
    public Film {
        hashtags = List.copyOf(hashtags);
        talk = List.copyOf(talk);
        goods = List.copyOf(goods);
    }

    /** A ware: its place among all, and how many variants it has. */
    public record Goods(int ware, int skus) {}
}
