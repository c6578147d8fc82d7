package org.kanmai.ranking.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The network of SASRec (Kang and McAuley 2018), with its norms before the parts as later transformers have them. */
final class Network {
    private final int width;
    private final Kernels kernels;
    private final Parameter positions;
    private final List<Block> blocks = new ArrayList<>();
    private final Norm last;

    Network(SequenceShape shape, Kernels kernels, SplittableRandom random) {
        width = shape.dimensions();
        this.kernels = kernels;
        positions = new Parameter(shape.length(), width).drawn(random);
        for (int each = 0; each < shape.blocks(); each++) {
            blocks.add(new Block(width, kernels, random));
        }
        last = new Norm(width);
    }

    Kernels kernels() {
        return kernels;
    }

    /** Returns all weights but those of the items, always in the same order. */
    List<Parameter> parameters() {
        var all = new ArrayList<Parameter>();
        all.add(positions);
        blocks.forEach(block -> all.addAll(block.parameters()));
        all.addAll(last.parameters());
        return all;
    }

    /** What is kept of a pass for the way back. */
    final class Trace {
        private final List<Block.Trace> traces =
                blocks.stream().map(each -> new Block.Trace()).toList();
        private final Norm.Trace last = new Norm.Trace();
        private final Block.Room room = new Block.Room();
        private float[] stream = {};
        private float[] mask = {};
        private float[] gradients = {};

        private void grow(int tokens) {
            if (stream.length < tokens * width) {
                stream = new float[tokens * width];
                mask = new float[tokens * width];
                gradients = new float[tokens * width];
            }
        }

        /** Returns the vector of each place, one row each. */
        float[] out() {
            return last.out;
        }
    }

    Trace trace() {
        return new Trace();
    }

    void forward(Pack pack, ItemTable items, Trace trace, Dropout dropout) {
        trace.grow(pack.tokens());
        for (int place = 0; place < pack.tokens(); place++) {
            enter(pack, place, items, trace.stream);
        }
        dropout.draw(trace.stream, trace.mask, pack.tokens() * width);
        for (int each = 0; each < blocks.size(); each++) {
            blocks.get(each).forward(pack, trace.stream, trace.traces.get(each), dropout);
        }
        last.forward(trace.stream, pack.tokens(), trace.last);
    }

    private void enter(Pack pack, int place, ItemTable items, float[] stream) {
        float scale = (float) Math.sqrt(width);
        float[] vectors = items.values();
        int item = pack.row(place) * width;
        int position = pack.position(place) * width;
        for (int each = 0; each < width; each++) {
            stream[place * width + each] = vectors[item + each] * scale + positions.values[position + each];
        }
    }

    /** Takes the gradients of what came out of the last pass and adds to those of all weights. */
    void backward(Pack pack, ItemTable items, Trace trace, Dropout dropout, float[] outward) {
        int count = pack.tokens() * width;
        Arrays.fill(trace.gradients, 0, count, 0);
        last.backward(outward, pack.tokens(), trace.last, trace.gradients);
        for (int each = blocks.size() - 1; each >= 0; each--) {
            blocks.get(each).backward(pack, trace.gradients, trace.traces.get(each), dropout, trace.room);
        }
        dropout.apply(trace.gradients, trace.mask, count);
        for (int place = 0; place < pack.tokens(); place++) {
            leave(pack, place, items, trace.gradients);
        }
    }

    private void leave(Pack pack, int place, ItemTable items, float[] gradients) {
        items.addGradient(pack.row(place), (float) Math.sqrt(width), gradients, place * width);
        int position = pack.position(place) * width;
        for (int each = 0; each < width; each++) {
            positions.gradients[position + each] += gradients[place * width + each];
        }
    }
}
