package org.kanmai.app.promotion.sharing;

import java.util.List;

/**
 * What sharing brought.
 *
 * @param sharers people who have shared
 * @param invited people who came by a link, once each
 * @param bought those of them who bought within seven days
 * @param perSharer invited people a sharer
 * @param conversion bought by invited
 * @param k how many new buyers a sharer brings: the product of the two
 */
record ShareReport(
        long shares,
        long sharers,
        long invited,
        long bought,
        double perSharer,
        double conversion,
        double k,
        List<Part> byChannel,
        List<Part> byDepth) {
    ShareReport {
        byChannel = List.copyOf(byChannel);
        byDepth = List.copyOf(byDepth);
    }

    /** The same of a part of the links, by the name of its channel, or its depth. */
    record Part(String name, long shares, long invited, long bought) {}

    static ShareReport of(
            long shares, long sharers, long invited, long bought, List<Part> byChannel, List<Part> byDepth) {
        double perSharer = ratio(invited, sharers);
        double conversion = ratio(bought, invited);
        return new ShareReport(
                shares, sharers, invited, bought, perSharer, conversion, perSharer * conversion, byChannel, byDepth);
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
