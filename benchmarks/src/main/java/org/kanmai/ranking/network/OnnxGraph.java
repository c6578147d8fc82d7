package org.kanmai.ranking.network;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The network without its rows and without the item part of its first layer, as the protobuf of an ONNX model. */
final class OnnxGraph {
    private static final int FLOATS = 1;
    private static final int DIRECTION = 17;

    private final Dimensions at;
    private final float[] dense;
    private final Message graph = new Message();

    private OnnxGraph(Trainer trainer) {
        this.at = trainer.dimensions();
        this.dense = trainer.dense();
    }

    static byte[] of(Trainer trainer) {
        return new OnnxGraph(trainer).model();
    }

    private byte[] model() {
        attention();
        node("MatMul", "viewerSum", "viewer", matrix("w1v", at.weights[0], at.itemAt, at.widths[1]));
        node("Add", "viewerPart", "viewerSum", vector("b1", at.biases[0], at.widths[1]));
        graph.add(1, operation("Concat", "rest", "attended", "cross").add(5, axis(2)));
        int restRow = at.weights[0] + at.attendedAt * at.widths[1];
        node("MatMul", "restPart", "rest", matrix("w1r", restRow, at.input() - at.attendedAt, at.widths[1]));
        node("Add", "sum", "restPart", "item");
        node("Add", "first", "sum", "viewerPart");
        node("Relu", "layer1", "first");
        for (int layer = 1; layer < at.layers(); layer++) {
            layer(layer);
        }
        node("MatMul", "headSum", "layer" + at.layers(), heads());
        node("Add", "logits", "headSum", vector("bh", at.headBiases, at.tasks));
        node("Sigmoid", "told", "logits");
        graph.text(2, "ranker");
        graph.add(11, value("viewer", 1, at.itemAt)).add(11, value("keys", at.history, at.dimension));
        graph.add(11, value("query", 0, 1, at.dimension)).add(11, value("item", 0, 1, at.widths[1]));
        graph.add(11, value("cross", 0, 1, at.input() - at.crossAt)).add(12, value("told", 0, 1, at.tasks));
        var operators = new Message().text(1, "").number(2, DIRECTION);
        return new Message().number(1, 8).add(7, graph).add(8, operators).bytes();
    }

    private void attention() {
        node("MatMul", "keySum", "keys", matrix("wk", at.key, at.dimension, at.attention));
        node("Add", "keyPart", "keySum", vector("ab", at.attentionBias, at.attention));
        node("MatMul", "queryPart", "query", matrix("wq", at.query, at.dimension, at.attention));
        node("Mul", "pairs", "query", "keys");
        node("MatMul", "pairPart", "pairs", matrix("wp", at.product, at.dimension, at.attention));
        node("Add", "two", "pairPart", "keyPart");
        node("Add", "three", "two", "queryPart");
        node("Relu", "hidden", "three");
        node("MatMul", "weightColumn", "hidden", matrix("ao", at.attentionOut, at.attention, 1));
        var order = new Message()
                .text(1, "perm")
                .number(8, 0)
                .number(8, 2)
                .number(8, 1)
                .number(20, 7);
        graph.add(1, operation("Transpose", "weights", "weightColumn").add(5, order));
        node("MatMul", "attended", "weights", "keys");
    }

    private void layer(int layer) {
        var weights = matrix("w" + (layer + 1), at.weights[layer], at.widths[layer], at.widths[layer + 1]);
        node("MatMul", "sum" + layer, "layer" + layer, weights);
        node("Add", "biased" + layer, "sum" + layer, vector("b" + (layer + 1), at.biases[layer], at.widths[layer + 1]));
        node("Relu", "layer" + (layer + 1), "biased" + layer);
    }

    private String heads() {
        float[] columns = new float[at.last() * at.tasks];
        for (int task = 0; task < at.tasks; task++) {
            for (int place = 0; place < at.last(); place++) {
                columns[place * at.tasks + task] = dense[at.heads + task * at.last() + place];
            }
        }
        return weights("wh", columns, 0, at.last(), at.tasks);
    }

    private String matrix(String name, int from, int rows, int columns) {
        return weights(name, dense, from, rows, columns);
    }

    private String vector(String name, int from, int size) {
        return weights(name, dense, from, size);
    }

    private String weights(String name, float[] values, int from, int... sizes) {
        var tensor = new Message();
        int count = 1;
        for (int size : sizes) {
            tensor.number(1, size);
            count *= size;
        }
        var raw = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values, from, count);
        graph.add(5, tensor.number(2, FLOATS).text(8, name).field(9, raw.array()));
        return name;
    }

    private void node(String operator, String output, String... inputs) {
        graph.add(1, operation(operator, output, inputs));
    }

    private static Message operation(String operator, String output, String... inputs) {
        var node = new Message();
        for (var input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(4, operator);
    }

    private static Message axis(int axis) {
        return new Message().text(1, "axis").number(3, axis).number(20, 2);
    }

    /** A size of 0 is the number of candidates. */
    private static Message value(String name, int... sizes) {
        var shape = new Message();
        for (int size : sizes) {
            shape.add(1, size == 0 ? new Message().text(2, "candidates") : new Message().number(1, size));
        }
        var tensor = new Message().number(1, FLOATS).add(2, shape);
        return new Message().text(1, name).add(2, new Message().add(1, tensor));
    }

    /** A protobuf message being written. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            plain(field << 3);
            plain(value);
            return this;
        }

        Message text(int field, String value) {
            return field(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message add(int field, Message value) {
            return field(field, value.bytes());
        }

        Message field(int field, byte[] value) {
            plain(field << 3 | 2);
            plain(value.length);
            out.writeBytes(value);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private void plain(long value) {
            long rest = value;
            for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
                out.write((int) ((rest & 0x7F) | 0x80));
            }
            out.write((int) rest);
        }
    }
}
