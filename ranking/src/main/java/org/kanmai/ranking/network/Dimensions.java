package org.kanmai.ranking.network;

/** Where each dense parameter lies in one row of numbers, and each field in the input of the first layer. */
final class Dimensions {
    final int viewer;
    final int item;
    final int cross;
    final int fields;
    final int dimension;
    final int attention;
    final int history;
    final int tasks;

    /** In the input: the viewer's fields, the item's, what the history says of the item, the cross fields. */
    final int itemAt;

    final int attendedAt;
    final int crossAt;

    /** The input's width, then each layer's. */
    final int[] widths;

    final int query;
    final int key;
    final int product;
    final int attentionBias;
    final int attentionOut;
    final int[] weights;
    final int[] biases;

    /** A row a task. */
    final int heads;

    final int headBiases;
    final int size;

    Dimensions(Shape shape, NetworkSettings settings) {
        viewer = shape.viewer().size();
        item = shape.item().size();
        cross = shape.cross().size();
        fields = viewer + item + cross;
        dimension = settings.dimension();
        attention = settings.attention();
        history = shape.history();
        tasks = shape.tasks().size();
        itemAt = viewer * dimension;
        attendedAt = itemAt + item * dimension;
        crossAt = attendedAt + dimension;
        int layers = settings.hidden().size();
        widths = new int[layers + 1];
        widths[0] = crossAt + cross * dimension;
        int projection = dimension * attention;
        query = 0;
        key = query + projection;
        product = key + projection;
        attentionBias = product + projection;
        attentionOut = attentionBias + attention;
        weights = new int[layers];
        biases = new int[layers];
        int next = attentionOut + attention;
        for (int layer = 0; layer < layers; layer++) {
            widths[layer + 1] = settings.hidden().get(layer);
            weights[layer] = next;
            biases[layer] = next + widths[layer] * widths[layer + 1];
            next = biases[layer] + widths[layer + 1];
        }
        heads = next;
        headBiases = heads + tasks * last();
        size = headBiases + tasks;
    }

    int input() {
        return widths[0];
    }

    int layers() {
        return weights.length;
    }

    /** The width of the last shared layer. */
    int last() {
        return widths[widths.length - 1];
    }

    /** The table of ids that the history and the first item field share. */
    int historyTable() {
        return viewer;
    }

    /** Returns where a field's numbers begin in the input. */
    int inputAt(int field) {
        return field < viewer + item ? field * dimension : (field + 1) * dimension;
    }
}
