package org.kanmai.ranking.evaluation;

import java.util.List;
import java.util.Set;
import org.kanmai.ranking.evaluation.kuairand.Impression;
import org.kanmai.ranking.evaluation.kuairand.Impressions;
import org.kanmai.ranking.evaluation.kuairand.KuaiRand;

/**
 * A log divided by time: what is learned from, and what comes after it.
 *
 * @param all what is known of each; of the tested days nothing was made known
 */
public record Split(Impressions all, List<Impression> learned, List<Impression> tested) {
    public Split {
        learned = List.copyOf(learned);
        tested = List.copyOf(tested);
    }

    /** Divides before a day; what comes after {@code last} is left out. */
    public static Split before(KuaiRand log, int day, int last, Set<String> without) {
        var all = Impressions.of(log, day, without);
        var learned =
                all.all().stream().filter(each -> each.exposure().day() < day).toList();
        var tested = all.all().stream()
                .filter(each -> each.exposure().day() >= day && each.exposure().day() <= last)
                .toList();
        if (learned.isEmpty() || tested.isEmpty()) {
            throw new IllegalArgumentException("--test-from " + day + ": " + learned.size() + " / " + tested.size());
        }
        return new Split(all, learned, tested);
    }

    /** Returns the last day before one that has exposures, which choices are made by. */
    public static int lastDayBefore(KuaiRand log, int day) {
        return log.exposures().stream()
                .mapToInt(each -> each.day())
                .filter(each -> each < day)
                .max()
                .orElseThrow(() -> new IllegalArgumentException("--test-from " + day));
    }
}
