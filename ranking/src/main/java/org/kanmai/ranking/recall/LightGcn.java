package org.kanmai.ranking.recall;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Vectors of works that their graph makes smooth: two layers of plain averaging over who liked what, and a ranking loss (LightGCN:
 * He et al., SIGIR 2020; BPR: Rendle et al., UAI 2009).
 *
 * <p>Viewers have no vectors of their own: a viewer is the sum over liked works, so that anybody can ask. While learning, the work
 * asked about is taken out of that sum.
 */
public final class LightGcn implements Recall {
    private static final int MOST_OF_A_VIEWER = 50;

    private final Graph graph;
    private final Settings settings;
    private final float[][] own;
    private final float[][] smooth;
    private final float[][] squares;

    /**
     * How it learns.
     *
     * @param batch pairs between two propagations through the graph
     * @param works most works that have a vector; the graph must not have more
     */
    public record Settings(int size, int steps, int batch, double rate, double decay, int works, long seed) {
        /** Half a minute for thirty thousand viewers. */
        public static final Settings USUAL = new Settings(32, 150, 16_384, 0.05, 1e-4, 1_000_000, 1);
    }

    private LightGcn(Graph graph, Settings settings) {
        this.graph = graph;
        this.settings = settings;
        own = new float[graph.works()][settings.size()];
        squares = new float[graph.works()][settings.size()];
        smooth = new float[graph.works()][settings.size()];
        var random = new SplittableRandom(settings.seed());
        for (var vector : own) {
            for (int at = 0; at < vector.length; at++) {
                vector[at] = (float) (0.1 * random.nextGaussian());
            }
        }
    }

    /** Learns; what it then knows doesn't change. */
    public static LightGcn learn(Interactions interactions, Settings settings) {
        var graph = Graph.of(interactions, MOST_OF_A_VIEWER);
        if (graph.works() > settings.works()) {
            throw new IllegalArgumentException(graph.works() + " works are more than " + settings.works());
        }
        var learned = new LightGcn(graph, settings);
        learned.learn();
        return learned;
    }

    private void learn() {
        var random = new SplittableRandom(settings.seed() + 1);
        var pairs = pairs();
        for (int step = 0; step < settings.steps() && pairs.length > 0; step++) {
            var viewers = viewers(own);
            propagate(viewers);
            step(viewers, pairs, random);
        }
        propagate(viewers(own));
    }

    /** Returns the viewer of each liking whose viewer likes another work too; places of both in one number. */
    private long[] pairs() {
        return IntStream.range(0, graph.viewers())
                .filter(viewer -> graph.worksOf(viewer).length > 1)
                .mapToObj(viewer ->
                        Arrays.stream(graph.worksOf(viewer)).mapToLong(work -> ((long) viewer << Integer.SIZE) | work))
                .flatMapToLong(each -> each)
                .toArray();
    }

    private double share(int viewer, int work) {
        return 1 / Math.sqrt((double) graph.worksOf(viewer).length * graph.viewersOf(work).length);
    }

    /** Returns each viewer's vector: works, averaged. */
    private float[][] viewers(float[][] works) {
        var viewers = new float[graph.viewers()][settings.size()];
        for (int viewer = 0; viewer < viewers.length; viewer++) {
            for (int work : graph.worksOf(viewer)) {
                Vectors.add(viewers[viewer], works[work], share(viewer, work));
            }
        }
        return viewers;
    }

    /** Makes each work's smooth vector: its own, and its viewers'. */
    private void propagate(float[][] viewers) {
        for (int work = 0; work < smooth.length; work++) {
            System.arraycopy(own[work], 0, smooth[work], 0, settings.size());
            for (int viewer : graph.viewersOf(work)) {
                Vectors.add(smooth[work], viewers[viewer], share(viewer, work));
            }
        }
    }

    private void step(float[][] viewers, long[] pairs, SplittableRandom random) {
        var ofViewers = new float[graph.viewers()][settings.size()];
        var ofWorks = new float[graph.works()][settings.size()];
        var direct = new float[graph.works()][settings.size()];
        var asking = new float[settings.size()];
        for (int drawn = 0; drawn < settings.batch(); drawn++) {
            long pair = pairs[random.nextInt(pairs.length)];
            int viewer = (int) (pair >>> Integer.SIZE);
            int liked = (int) pair;
            int other = random.nextInt(graph.works());
            double share = share(viewer, liked);
            System.arraycopy(viewers[viewer], 0, asking, 0, asking.length);
            Vectors.add(asking, own[liked], -share);
            double pull = 1 / (1 + Math.exp(Vectors.dot(asking, smooth[liked]) - Vectors.dot(asking, smooth[other])));
            Vectors.add(ofWorks[liked], asking, -pull);
            Vectors.add(ofWorks[other], asking, pull);
            Vectors.add(ofViewers[viewer], smooth[liked], -pull);
            Vectors.add(ofViewers[viewer], smooth[other], pull);
            Vectors.add(direct[liked], smooth[liked], share * pull);
            Vectors.add(direct[liked], smooth[other], -share * pull);
        }
        backwards(ofViewers, ofWorks, direct);
        descend(direct);
    }

    /** Brings what smooth vectors and viewers ask for back to the works' own vectors. */
    private void backwards(float[][] ofViewers, float[][] ofWorks, float[][] direct) {
        for (int work = 0; work < ofWorks.length; work++) {
            Vectors.add(direct[work], ofWorks[work], 1);
            for (int viewer : graph.viewersOf(work)) {
                Vectors.add(ofViewers[viewer], ofWorks[work], share(viewer, work));
            }
        }
        for (int viewer = 0; viewer < ofViewers.length; viewer++) {
            for (int work : graph.worksOf(viewer)) {
                Vectors.add(direct[work], ofViewers[viewer], share(viewer, work));
            }
        }
    }

    /** One step of Adagrad. */
    private void descend(float[][] gradients) {
        for (int work = 0; work < own.length; work++) {
            for (int at = 0; at < settings.size(); at++) {
                double slope =
                        gradients[work][at] / settings.batch() * graph.works() + settings.decay() * own[work][at];
                squares[work][at] += (float) (slope * slope);
                own[work][at] -= (float) (settings.rate() * slope / (Math.sqrt(squares[work][at]) + 1e-8));
            }
        }
    }

    @Override
    public List<Found> recall(List<Long> liked, int most) {
        var asking = new float[settings.size()];
        int known = 0;
        for (long work : liked) {
            if (graph.isLiked(work)) {
                int place = graph.place(work);
                Vectors.add(asking, own[place], 1 / Math.sqrt(graph.viewersOf(place).length));
                known++;
            }
        }
        var best = new Best(most, new HashSet<>(liked));
        for (int work = 0; work < smooth.length && known > 0; work++) {
            best.add(graph.work(work), Vectors.dot(asking, smooth[work]));
        }
        return best.all();
    }
}
