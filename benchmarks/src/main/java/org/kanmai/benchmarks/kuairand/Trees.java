package org.kanmai.benchmarks.kuairand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.kanmai.ranking.evaluation.Outcome;
import org.kanmai.ranking.evaluation.Split;
import org.kanmai.ranking.evaluation.kuairand.Exposure.Task;
import org.kanmai.ranking.evaluation.kuairand.Impression;

/** Gradient-boosted trees (XGBoost: Chen and Guestrin, KDD 2016) for one task, over the numbers behind the network's fields. */
final class Trees {
    /** What is tried, as many as of the network. */
    static final List<Grown> GRID = List.of(
            new Grown(4, 0.05, 20, 0.5, 400),
            new Grown(6, 0.05, 20, 0.5, 400),
            new Grown(8, 0.05, 20, 0.5, 300),
            new Grown(6, 0.05, 100, 0.3, 400),
            new Grown(8, 0.03, 100, 0.5, 400),
            new Grown(10, 0.03, 50, 0.3, 300),
            new Grown(4, 0.1, 50, 0.3, 300),
            new Grown(6, 0.02, 50, 0.7, 500));

    private static final int LOOK = 25;

    /**
     * How trees are grown.
     *
     * @param leaf least sum of Hessians in a leaf
     * @param columns share of the fields that a tree sees
     */
    record Grown(int depth, double rate, double leaf, double columns, int rounds) {
        Grown lasting(int roundsNow) {
            return new Grown(depth, rate, leaf, columns, roundsNow);
        }
    }

    /** What was tried, with its area within viewers on the day it was chosen by. */
    record Tried(Grown grown, double gauc) {}

    private final Task task;
    private final long seed;

    Trees(Task task, long seed) {
        this.task = task;
        this.seed = seed;
    }

    /** Tries the whole grid and returns all with their best number of rounds, the best first. */
    List<Tried> search(Split split) {
        var all = new ArrayList<Tried>();
        for (var grown : GRID) {
            var looks = new ArrayList<Tried>();
            grow(grown, split, (rounds, outcome) -> looks.add(new Tried(grown.lasting(rounds), outcome.gauc())), LOOK);
            all.add(looks.stream().max(Comparator.comparingDouble(Tried::gauc)).orElseThrow());
        }
        all.sort(Comparator.comparingDouble(Tried::gauc).reversed());
        return all;
    }

    /** Returns the outcome of trees that are grown so. */
    Outcome of(Grown grown, Split split) {
        var last = new ArrayList<Outcome>();
        grow(grown, split, (rounds, outcome) -> last.add(outcome), grown.rounds());
        return last.getLast();
    }

    /** Told of a look at the tested days. */
    private interface Looked {
        void at(int rounds, Outcome outcome);
    }

    private void grow(Grown grown, Split split, Looked told, int every) {
        try {
            var learned = matrix(split.learned());
            var tested = matrix(split.tested());
            var booster = XGBoost.train(learned, settings(grown), 0, Map.of(), null, null);
            for (int round = 1; round <= grown.rounds(); round++) {
                booster.update(learned, round - 1);
                if (round % every == 0) {
                    told.at(round, new Outcome(split.tested(), task, scores(booster, tested)));
                }
            }
            booster.dispose();
            learned.dispose();
            tested.dispose();
        } catch (XGBoostError failure) {
            throw new IllegalStateException("trees can't be grown: " + grown, failure);
        }
    }

    private Map<String, Object> settings(Grown grown) {
        var settings = new HashMap<String, Object>();
        settings.put("objective", "binary:logistic");
        settings.put("tree_method", "hist");
        settings.put("nthread", 1);
        settings.put("subsample", 0.8);
        settings.put("seed", seed);
        settings.put("max_depth", grown.depth());
        settings.put("eta", grown.rate());
        settings.put("min_child_weight", grown.leaf());
        settings.put("colsample_bytree", grown.columns());
        return settings;
    }

    private static double[] scores(Booster booster, DMatrix of) throws XGBoostError {
        var told = booster.predict(of);
        var scores = new double[told.length];
        for (int row = 0; row < told.length; row++) {
            scores[row] = told[row][0];
        }
        return scores;
    }

    private DMatrix matrix(List<Impression> impressions) throws XGBoostError {
        int columns = impressions.getFirst().numbers().length;
        var cells = new float[impressions.size() * columns];
        var labels = new float[impressions.size()];
        for (int row = 0; row < labels.length; row++) {
            System.arraycopy(impressions.get(row).numbers(), 0, cells, row * columns, columns);
            labels[row] = impressions.get(row).exposure().did(task) ? 1 : 0;
        }
        var matrix = new DMatrix(cells, labels.length, columns, Float.NaN);
        matrix.setLabel(labels);
        return matrix;
    }
}
