package org.kanmai.simulator.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something that a creator of the demo world sells, and the work that shows it.
 *
 * @param options names of what can be chosen
 * @param picture code of the picture, as of portraits
 */
record Ware(
        String creator,
        String shop,
        String about,
        String title,
        String description,
        List<String> options,
        String picture,
        String work,
        List<Sku> skus) {
    Ware {
        options = List.copyOf(options);
        skus = List.copyOf(skus);
    }

    /** One variant; its price is in fen. */
    record Sku(List<String> options, long fen, int stock) {
        Sku {
            options = List.copyOf(options);
        }
    }

    /** All of them. */
    static List<Ware> all() {
        try (var in = Ware.class.getResourceAsStream("wares.json")) {
            if (in == null) {
                throw new IllegalStateException("wares.json is not on the class path");
            }
            return List.of(JsonMapper.shared().readValue(in, Ware[].class));
        } catch (IOException failure) {
            throw new UncheckedIOException("wares.json cannot be read", failure);
        }
    }
}
