package org.kanmai.ranking.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.kanmai.ranking.evaluation.channels.Likings;
import org.kanmai.ranking.evaluation.kuairand.Exposure.Task;
import org.kanmai.ranking.evaluation.kuairand.KuaiRand;
import org.kanmai.ranking.evaluation.kuairand.Work;

/** Who viewed which work long, before the log, on the days learned from, and later. */
final class LongViews {
    private LongViews() {}

    /** Tells of each viewer and work before the tested days, the oldest first. */
    static void of(KuaiRand log, Split split, BiConsumer<Long, Long> told) {
        new TreeMap<>(log.pasts())
                .forEach((viewer, past) -> past.longWatched().forEach(work -> told.accept(viewer, work)));
        split.learned().stream()
                .map(each -> each.exposure())
                .filter(each -> each.did(Task.LONG_VIEW))
                .forEach(each -> told.accept(each.viewer(), each.work()));
    }

    /** Returns what channels of recall learn from and are asked for. */
    static Likings likings(KuaiRand log, Split split) {
        var likings = new Likings();
        log.works().forEach((id, work) -> likings.work(id, content(work)));
        of(log, split, likings::liked);
        log.pasts()
                .forEach((viewer, past) -> Stream.of(past.watched(), past.longWatched())
                        .flatMap(List::stream)
                        .forEach(work -> likings.saw(viewer, work)));
        split.learned()
                .forEach(each ->
                        likings.saw(each.exposure().viewer(), each.exposure().work()));
        split.tested().stream()
                .map(each -> each.exposure())
                .filter(each -> each.did(Task.LONG_VIEW))
                .forEach(each -> likings.likedLater(each.viewer(), each.work()));
        if (likings.viewers() == 0) {
            throw new IllegalArgumentException("nobody viewed anything new long on the tested days");
        }
        return likings;
    }

    private static List<Long> content(Work work) {
        var fields = new ArrayList<Long>();
        fields.add(field(1, work.author()));
        fields.add(field(2, work.music()));
        fields.add(field(3, work.musicType()));
        fields.add(field(4, work.uploadType().hashCode()));
        fields.add(field(5, Math.round(2 * Math.log1p(work.durationMillis() / 1000.0))));
        work.tags().forEach(tag -> fields.add(field(6, tag)));
        return fields;
    }

    private static long field(long kind, long value) {
        return (kind << 56) | (value & 0xff_ffff_ffff_ffffL);
    }
}
