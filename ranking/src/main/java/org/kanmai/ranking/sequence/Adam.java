package org.kanmai.ranking.sequence;

/** One step of Adam (Kingma and Ba 2015) with the decays that SASRec uses. */
final class Adam {
    private static final float MEAN_DECAY = 0.9f;
    private static final float SQUARE_DECAY = 0.98f;
    private static final float SMALL = 1e-8f;

    private final float rate;

    /** Takes the learning rate and which step of training this is, from 1. */
    Adam(double learningRate, long step) {
        double correction =
                Math.sqrt(1 - Math.pow(SQUARE_DECAY, (double) step)) / (1 - Math.pow(MEAN_DECAY, (double) step));
        rate = (float) (learningRate * correction);
    }

    /** Moves weights against their gradients, which are multiplied by a scale first. */
    void move(Parameter parameter, float scale) {
        move(
                parameter.values,
                parameter.means,
                parameter.squares,
                0,
                parameter.gradients,
                0,
                parameter.values.length,
                scale);
    }

    /** Moves one run of weights, whose gradients lie elsewhere. */
    void move(
            float[] values,
            float[] means,
            float[] squares,
            int at,
            float[] gradients,
            int from,
            int count,
            float scale) {
        for (int each = 0; each < count; each++) {
            float gradient = gradients[from + each] * scale;
            float mean = MEAN_DECAY * means[at + each] + (1 - MEAN_DECAY) * gradient;
            float square = SQUARE_DECAY * squares[at + each] + (1 - SQUARE_DECAY) * gradient * gradient;
            means[at + each] = mean;
            squares[at + each] = square;
            values[at + each] -= rate * mean / ((float) Math.sqrt(square) + SMALL);
        }
    }
}
