package org.kanmai.ranking.recall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A viewer and a work as two vectors that are near when they suit, both made of what works are like and of nothing else, so that a
 * work that nobody has seen is found too. Learned by telling the liked work from the others of its batch, how often each is
 * drawn being taken out (Yi et al., RecSys 2019).
 */
public final class TwoTower implements Recall {
    private static final double TINY = 1e-8;

    private final Settings settings;
    private final Map<Long, int[]> contents = new HashMap<>();
    private final long[] works;
    private final float[][] asking;
    private final float[][] offering;
    private final float[] askingSquares;
    private final float[] offeringSquares;
    private final MeaningTower askingMeaning;
    private final MeaningTower offeringMeaning;
    /** The vectors of all works, one after the other. */
    private float[] vectors = {};

    /**
     * How it learns.
     *
     * @param history newest works of a viewer that are summed up
     * @param heat what nearness is divided by
     * @param fields most different fields of content
     */
    public record Settings(
            int size, int steps, int batch, int history, double rate, double heat, int fields, long seed) {
        /** Some ten seconds. */
        public static final Settings USUAL = new Settings(32, 1_500, 256, 20, 0.1, 0.1, 1_000_000, 1);
    }

    private record Liking(List<Long> before, long work) {}

    private TwoTower(Contents told, Settings settings) {
        var contents = told.fields();
        this.settings = settings;
        var places = new HashMap<Long, Integer>();
        works = contents.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        for (long work : works) {
            var fields = contents.getOrDefault(work, List.of()).stream()
                    .mapToInt(field -> places.computeIfAbsent(field, unseen -> places.size()))
                    .toArray();
            this.contents.put(work, fields);
        }
        if (places.size() > settings.fields()) {
            throw new IllegalArgumentException(places.size() + " fields of content are more than " + settings.fields());
        }
        var random = new SplittableRandom(settings.seed());
        asking = first(places.size(), random);
        offering = first(places.size(), random);
        var centred = MeaningTower.centred(told.meanings());
        askingMeaning = new MeaningTower(centred, settings.size(), random);
        offeringMeaning = new MeaningTower(centred, settings.size(), random);
        askingSquares = new float[places.size()];
        offeringSquares = new float[places.size()];
    }

    private float[][] first(int fields, SplittableRandom random) {
        var table = new float[fields][settings.size()];
        for (var row : table) {
            for (int at = 0; at < row.length; at++) {
                row[at] = (float) (0.1 * random.nextGaussian());
            }
        }
        return table;
    }

    /** Learns from likings, and can then find every work of which the fields are told, by what its words say too where that is known. */
    public static TwoTower learn(Interactions interactions, Contents contents, Settings settings) {
        var learned = new TwoTower(contents, settings);
        learned.learn(interactions);
        learned.vectors = learned.offeredByAll();
        return learned;
    }

    private void learn(Interactions interactions) {
        var likings = likings(interactions);
        var shares = new HashMap<Long, Double>();
        likings.forEach(each -> shares.merge(each.work(), 1.0 / likings.size(), Double::sum));
        var random = new SplittableRandom(settings.seed() + 1);
        for (int step = 0; step < settings.steps() && !likings.isEmpty(); step++) {
            step(
                    random.ints(settings.batch(), 0, likings.size())
                            .mapToObj(likings::get)
                            .toList(),
                    shares);
        }
    }

    private List<Liking> likings(Interactions interactions) {
        var before = new HashMap<Long, List<Long>>();
        var likings = new ArrayList<Liking>();
        for (int place = 0; place < interactions.size(); place++) {
            long work = interactions.work(place);
            if (!contents.containsKey(work)) {
                continue;
            }
            var liked = before.getOrDefault(interactions.viewer(place), List.of());
            if (!liked.isEmpty() && !liked.contains(work)) {
                likings.add(new Liking(liked, work));
            }
            before.put(
                    interactions.viewer(place),
                    Stream.concat(Stream.of(work), liked.stream())
                            .limit(settings.history())
                            .toList());
        }
        return likings;
    }

    private void step(List<Liking> batch, Map<Long, Double> shares) {
        var viewers = batch.stream().map(each -> viewer(each.before())).toArray(float[][]::new);
        var offered = batch.stream().map(each -> work(each.work())).toArray(float[][]::new);
        var ofViewers = new float[batch.size()][settings.size()];
        var ofWorks = new float[batch.size()][settings.size()];
        for (int row = 0; row < batch.size(); row++) {
            var odds = odds(batch, row, viewers[row], offered, shares);
            for (int other = 0; other < odds.length; other++) {
                double pull = (odds[other] - (other == row ? 1 : 0)) / settings.heat() / batch.size();
                Vectors.add(ofViewers[row], offered[other], pull);
                Vectors.add(ofWorks[other], viewers[row], pull);
            }
        }
        for (int row = 0; row < batch.size(); row++) {
            var liking = batch.get(row);
            var before = liking.before();
            var slope = throughLength(ofViewers[row], asked(before));
            askingMeaning.descend(slope, before, settings.rate());
            before.forEach(work -> descend(asking, askingSquares, work, slope, before.size()));
            var work = List.of(liking.work());
            var pull = throughLength(ofWorks[row], offered(work));
            offeringMeaning.descend(pull, work, settings.rate());
            descend(offering, offeringSquares, liking.work(), pull, 1);
        }
    }

    /** Returns how probably each of the batch is the liked one; another row of the same work takes no part. */
    private double[] odds(List<Liking> batch, int row, float[] viewer, float[][] offered, Map<Long, Double> shares) {
        var odds = new double[batch.size()];
        for (int other = 0; other < odds.length; other++) {
            long work = batch.get(other).work();
            boolean apart = other == row || work != batch.get(row).work();
            odds[other] = apart
                    ? Vectors.dot(viewer, offered[other]) / settings.heat() - Math.log(shares.getOrDefault(work, 1.0))
                    : Double.NEGATIVE_INFINITY;
        }
        double most = Arrays.stream(odds).max().orElse(0);
        double sum = 0;
        for (int other = 0; other < odds.length; other++) {
            odds[other] = Math.exp(odds[other] - most);
            sum += odds[other];
        }
        for (int other = 0; other < odds.length; other++) {
            odds[other] /= sum;
        }
        return odds;
    }

    private float[] offeredByAll() {
        var all = new float[works.length * settings.size()];
        for (int place = 0; place < works.length; place++) {
            System.arraycopy(work(works[place]), 0, all, place * settings.size(), settings.size());
        }
        return all;
    }

    private float[] viewer(List<Long> liked) {
        return unit(asked(liked));
    }

    private float[] work(long work) {
        return unit(offered(List.of(work)));
    }

    private float[] asked(List<Long> liked) {
        var sum = sum(asking, liked);
        askingMeaning.add(sum, liked);
        return sum;
    }

    private float[] offered(List<Long> work) {
        var sum = sum(offering, work);
        offeringMeaning.add(sum, work);
        return sum;
    }

    private float[] sum(float[][] table, List<Long> of) {
        var sum = new float[settings.size()];
        for (long work : of) {
            for (int field : contents.getOrDefault(work, new int[0])) {
                Vectors.add(sum, table[field], 1.0 / of.size());
            }
        }
        return sum;
    }

    private static float[] unit(float[] vector) {
        var unit = new float[vector.length];
        Vectors.add(unit, vector, 1 / (Math.sqrt(Vectors.dot(vector, vector)) + TINY));
        return unit;
    }

    /** Brings a slope of a unit vector back to the vector before. */
    private static float[] throughLength(float[] slope, float[] vector) {
        var unit = unit(vector);
        var turned = new float[slope.length];
        double length = Math.sqrt(Vectors.dot(vector, vector)) + TINY;
        Vectors.add(turned, slope, 1 / length);
        Vectors.add(turned, unit, -Vectors.dot(slope, unit) / length);
        return turned;
    }

    private void descend(float[][] table, float[] squares, long work, float[] slope, int of) {
        double size = Vectors.dot(slope, slope) / settings.size() / of / of;
        for (int field : contents.getOrDefault(work, new int[0])) {
            squares[field] += (float) size;
            Vectors.add(table[field], slope, -settings.rate() / of / (Math.sqrt(squares[field]) + TINY));
        }
    }

    @Override
    public List<Found> recall(List<Long> liked, int most) {
        var known = liked.stream()
                .filter(contents::containsKey)
                .limit(settings.history())
                .toList();
        var best = new Best(most, new HashSet<>(liked));
        if (!known.isEmpty()) {
            var viewer = viewer(known);
            for (int place = 0; place < works.length; place++) {
                best.add(works[place], Vectors.dot(viewer, vectors, place * viewer.length));
            }
        }
        return best.all();
    }
}
