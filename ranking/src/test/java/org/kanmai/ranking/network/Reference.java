package org.kanmai.ranking.network;

import java.util.List;

/** The network once more, in double precision, one number after the other, straight from its definition. */
final class Reference {
    private final Dimensions at;
    private final Embeddings embeddings;
    final double[] dense;
    final double[] rows;

    Reference(Trainer trainer) {
        this.at = trainer.dimensions();
        this.embeddings = trainer.embeddings();
        this.dense = doubles(trainer.dense());
        this.rows = doubles(trainer.embeddings().weights());
    }

    private static double[] doubles(float[] from) {
        double[] to = new double[from.length];
        for (int place = 0; place < to.length; place++) {
            to[place] = from[place];
        }
        return to;
    }

    /** Returns the sum of the losses of all known labels. */
    double loss(List<Example> examples) {
        double sum = 0;
        for (var example : examples) {
            double[] told = probabilities(example.viewer(), example.history(), example.item(), example.cross());
            for (int task = 0; task < told.length; task++) {
                double label = example.label(task);
                if (!Double.isNaN(label)) {
                    sum -= label * Math.log(told[task]) + (1 - label) * Math.log(1 - told[task]);
                }
            }
        }
        return sum;
    }

    double[] probabilities(long[] viewer, long[] history, long[] item, long[] cross) {
        double[] values = new double[at.input()];
        fields(viewer, 0, values, 0);
        fields(item, at.viewer, values, at.itemAt);
        fields(cross, at.viewer + at.item, values, at.crossAt);
        for (int back = 0; back < Math.min(history.length, at.history); back++) {
            if (history[back] != 0) {
                attend(history[back], values);
            }
        }
        for (int layer = 0; layer < at.layers(); layer++) {
            values = layer(layer, values);
        }
        double[] told = new double[at.tasks];
        for (int task = 0; task < told.length; task++) {
            double logit = dense[at.headBiases + task];
            for (int place = 0; place < values.length; place++) {
                logit += values[place] * dense[at.heads + task * values.length + place];
            }
            told[task] = 1 / (1 + Math.exp(-logit));
        }
        return told;
    }

    private void fields(long[] ids, int table, double[] values, int to) {
        for (int field = 0; field < ids.length; field++) {
            for (int number = 0; number < at.dimension; number++) {
                values[to + field * at.dimension + number] = embedding(table + field, ids[field], number);
            }
        }
    }

    private double embedding(int table, long id, int number) {
        return rows[embeddings.row(table, id, 0, 0) * at.dimension + number];
    }

    private void attend(long past, double[] values) {
        double weight = 0;
        for (int unit = 0; unit < at.attention; unit++) {
            double sum = dense[at.attentionBias + unit];
            for (int number = 0; number < at.dimension; number++) {
                double asked = values[at.itemAt + number];
                double held = embedding(at.historyTable(), past, number);
                int place = number * at.attention + unit;
                sum += asked * dense[at.query + place]
                        + held * dense[at.key + place]
                        + asked * held * dense[at.product + place];
            }
            weight += Math.max(0, sum) * dense[at.attentionOut + unit];
        }
        for (int number = 0; number < at.dimension; number++) {
            values[at.attendedAt + number] += weight * embedding(at.historyTable(), past, number);
        }
    }

    private double[] layer(int layer, double[] values) {
        int width = at.widths[layer + 1];
        double[] next = new double[width];
        for (int unit = 0; unit < width; unit++) {
            double sum = dense[at.biases[layer] + unit];
            for (int place = 0; place < values.length; place++) {
                sum += values[place] * dense[at.weights[layer] + place * width + unit];
            }
            next[unit] = Math.max(0, sum);
        }
        return next;
    }
}
