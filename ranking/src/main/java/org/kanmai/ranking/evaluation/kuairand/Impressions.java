package org.kanmai.ranking.evaluation.kuairand;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kanmai.ranking.evaluation.kuairand.Counts.Subject;
import org.kanmai.ranking.evaluation.kuairand.Exposure.Task;
import org.kanmai.ranking.network.Shape;

/**
 * All exposures of the log with what was known of each when it was made.
 *
 * @param all in the order of their time
 * @param shape the fields of their examples
 */
public record Impressions(List<Impression> all, Shape shape) {
    /** Groups of fields that can be left out, to learn what each is worth. */
    public static final List<String> GROUPS =
            List.of("viewer", "context", "viewer rates", "work", "work rates", "affinity", "history");

    private static final int ITEM = 64;
    private static final int CROSS = 128;

    public Impressions {
        all = List.copyOf(all);
    }

    /**
     * Tells of each exposure in the order of time, without some groups of fields; the name of a work always stays. Of the
     * day {@code frozen} and those after it nothing is made known, so that what is tested on them can't have leaked.
     */
    public static Impressions of(KuaiRand log, int frozen, Set<String> without) {
        var told = new Told(log);
        var all = new ArrayList<Impression>();
        var names = List.of(List.<String>of(), List.<String>of(), List.<String>of());
        for (var exposure : log.exposures()) {
            told.until(exposure.millis());
            var viewer = new Fields(0, without);
            var item = new Fields(ITEM, without);
            var cross = new Fields(CROSS, without);
            viewer(told, log, exposure, viewer);
            item(told, exposure, item);
            cross(told, exposure, cross);
            names = List.of(viewer.names(), item.names(), cross.names());
            all.add(new Impression(
                    exposure,
                    viewer.ids(),
                    history(told, exposure, without),
                    item.ids(),
                    cross.ids(),
                    numbers(viewer, item, cross)));
            if (exposure.day() < frozen) {
                told.shown(exposure);
            }
        }
        int history = without.contains("history") ? 0 : Told.HISTORY;
        var tasks = Stream.of(Task.values()).map(Task::column).toList();
        return new Impressions(all, new Shape(names.get(0), names.get(1), names.get(2), history, tasks));
    }

    /** Returns the names of {@link Impression#numbers}. */
    public List<String> columns() {
        return Stream.of(shape.viewer(), shape.item(), shape.cross())
                .flatMap(List::stream)
                .toList();
    }

    private static void viewer(Told told, KuaiRand log, Exposure exposure, Fields fields) {
        long viewer = exposure.viewer();
        fields.name("viewer", "viewer", viewer);
        var columns = log.viewers().getOrDefault(viewer, List.of());
        for (int place = 0; place < KuaiRand.VIEWER_COLUMNS.size(); place++) {
            long value = place < columns.size() ? columns.get(place) : -1;
            var column = KuaiRand.VIEWER_COLUMNS.get(place);
            boolean counts = column.endsWith("_num") || column.endsWith("_days");
            fields.add("viewer", column, counts ? Bands.of((double) value) : value, (double) value);
        }
        fields.name("context", "hour", exposure.hour());
        fields.name("context", "tab", exposure.tab());
        var counts = told.counts();
        rates(fields, "viewer rates", "viewer", counts, Subject.of("viewer", viewer));
        before(fields, "viewer rates", "viewer", counts, Subject.of("viewer", viewer));
        rates(fields, "viewer rates", "viewer and tab", counts, new Subject("viewer tab", viewer, exposure.tab()));
        rates(fields, "viewer rates", "tab", counts, Subject.of("tab", exposure.tab()));
        last(fields, told, exposure);
    }

    private static void last(Fields fields, Told told, Exposure exposure) {
        var last = told.last(exposure.viewer());
        long seconds = last == null ? -1 : (exposure.millis() - last.millis()) / 1000;
        long outcome = last == null ? -1 : (last.did(Task.CLICK) ? 1 : 0) + (last.did(Task.LONG_VIEW) ? 2 : 0);
        fields.add("viewer rates", "seconds since the last", Bands.of((double) seconds), (double) seconds);
        fields.add("viewer rates", "outcome of the last", outcome, (double) outcome);
    }

    private static void item(Told told, Exposure exposure, Fields fields) {
        var work = told.work(exposure.work());
        fields.name("the work itself", "work", exposure.work());
        fields.name("work", "author", work.author());
        fields.name("work", "music", work.music());
        fields.name("work", "music type", work.musicType());
        fields.name("work", "tag", work.tag());
        fields.name("work", "type", Math.floorMod(work.type().hashCode(), 1 << 20));
        fields.name("work", "upload type", Math.floorMod(work.uploadType().hashCode(), 1 << 20));
        fields.add("work", "length", Bands.length(work.durationMillis()), (double) work.durationMillis());
        fields.name("work", "upload age", age(work, exposure));
        double upright = work.width() == 0 ? -1 : (double) work.height() / work.width();
        fields.add("work", "shape", Math.round(upright * 4), upright);
        var counts = told.counts();
        rates(fields, "work rates", "work", counts, Subject.of("work", exposure.work()));
        before(fields, "work rates", "work", counts, Subject.of("work", exposure.work()));
        rates(fields, "work rates", "author", counts, Subject.of("author", work.author()));
        before(fields, "work rates", "author", counts, Subject.of("author", work.author()));
        rates(fields, "work rates", "tag", counts, Subject.of("tag", work.tag()));
    }

    private static long age(Work work, Exposure exposure) {
        int upload = work.uploadDay();
        return upload == 0 ? -1 : Math.max(0, ordinal(exposure.day()) - ordinal(upload));
    }

    private static long ordinal(int day) {
        return day / 10_000 * 372L + day / 100 % 100 * 31L + day % 100;
    }

    private static void cross(Told told, Exposure exposure, Fields fields) {
        long viewer = exposure.viewer();
        var work = told.work(exposure.work());
        long length = Bands.length(work.durationMillis());
        var counts = told.counts();
        both(fields, "viewer and work", counts, new Subject("viewer work", viewer, exposure.work()));
        both(fields, "viewer and author", counts, new Subject("viewer author", viewer, work.author()));
        both(fields, "viewer and tag", counts, new Subject("viewer tag", viewer, work.tag()));
        both(fields, "viewer and length", counts, new Subject("viewer length", viewer, length));
        both(fields, "viewer and music type", counts, new Subject("viewer music", viewer, work.musicType()));
        rates(fields, "affinity", "work and tab", counts, new Subject("work tab", exposure.work(), exposure.tab()));
        rates(fields, "affinity", "length and tab", counts, new Subject("length tab", length, exposure.tab()));
    }

    private static void both(Fields fields, String name, Counts counts, Subject subject) {
        rates(fields, "affinity", name, counts, subject);
        before(fields, "affinity", name, counts, subject);
    }

    private static void rates(Fields fields, String group, String name, Counts counts, Subject subject) {
        var all = Subject.of("all", 0);
        int seen = counts.seen(subject);
        double clicks = counts.clickRate(subject, counts.clickRate(all, 0.4));
        double longViews = counts.longRate(subject, counts.longRate(all, 0.3));
        fields.add(group, name + ": shown", Bands.of(seen), seen);
        fields.add(group, name + ": click rate", Bands.share(clicks, seen), clicks);
        fields.add(group, name + ": long view rate", Bands.share(longViews, seen), longViews);
    }

    private static void before(Fields fields, String group, String name, Counts counts, Subject subject) {
        var past = new Subject(Told.BEFORE + subject.kind(), subject.first(), subject.second());
        var all = Subject.of(Told.BEFORE + "all", 0);
        int seen = counts.seen(past);
        double longViews = counts.longRate(past, counts.longRate(all, 0.5));
        fields.add(group, name + ": watched before", Bands.of(seen), seen);
        fields.add(group, name + ": long before", Bands.share(longViews, seen), longViews);
    }

    private static long[] history(Told told, Exposure exposure, Set<String> without) {
        return without.contains("history")
                ? new long[0]
                : told.history(exposure.viewer()).stream()
                        .mapToLong(work -> Fields.id(ITEM, work))
                        .toArray();
    }

    private static float[] numbers(Fields... parts) {
        var numbers = Stream.of(parts).flatMap(part -> part.numbers().stream()).toList();
        var values = new float[numbers.size()];
        for (int place = 0; place < values.length; place++) {
            values[place] = numbers.get(place).floatValue();
        }
        return values;
    }
}
