package org.kanmai.distribution.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One mapping of the document, whose every key is known and given once; what is wrong with it is told with its line. */
final class Section {
    private static final int LONGEST_NUMBER = 20;

    /** A part of the document can't be read on. */
    static final class Bad extends RuntimeException {
        private final transient PolicyReading.Problem problem;

        private Bad(PolicyReading.Problem problem) {
            super(problem.toString());
            this.problem = problem;
        }

        PolicyReading.Problem problem() {
            return problem;
        }
    }

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final int line;

    private Section(Node node, Set<String> needed, Set<String> known) {
        line = line(node);
        if (!(node instanceof MappingNode mapping)) {
            throw bad(line, "keys with values belong here", "这里应当是键和值");
        }
        mapping.getValue().forEach(entry -> add(entry.getKeyNode(), entry.getValueNode(), known));
        for (var key : needed) {
            if (!values.containsKey(key)) {
                throw bad(line, "the key " + key + " is missing", "缺少键 " + key);
            }
        }
    }

    /** Reads a mapping that has exactly these keys. */
    static Section of(Node node, Set<String> keys) {
        return new Section(node, keys, keys);
    }

    /** Reads a mapping that may have some keys besides those that it has. */
    static Section of(Node node, Set<String> keys, Set<String> more) {
        var known = new HashSet<>(keys);
        known.addAll(more);
        return new Section(node, keys, known);
    }

    private void add(Node keyNode, Node value, Set<String> known) {
        var key = keyNode instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!known.contains(key)) {
            throw bad(line(keyNode), "the key " + key + " is not known", "未知的键 " + key);
        }
        if (values.put(key, value) != null) {
            throw bad(line(keyNode), "the key " + key + " is given twice", "键 " + key + " 重复");
        }
    }

    Node at(String key) {
        var value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("not a key of this section: " + key);
        }
        return value;
    }

    Section section(String key, Set<String> keys) {
        return of(at(key), keys);
    }

    /** Reads a mapping that may have some keys besides those that it has. */
    Section section(String key, Set<String> keys, Set<String> more) {
        return of(at(key), keys, more);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    List<Node> list(String key, int least, int most) {
        if (at(key) instanceof SequenceNode sequence
                && sequence.getValue().size() >= least
                && sequence.getValue().size() <= most) {
            return sequence.getValue();
        }
        throw bad(
                line(at(key)),
                key + " is a list of " + least + " to " + most,
                key + " 应当是含 " + least + " 到 " + most + " 项的列表");
    }

    /** Returns a whole number in [least, most]. */
    int integer(String key, int least, int most) {
        return integer(key, at(key), least, most);
    }

    /** Returns the least and the most, each a whole number in [least, most]. */
    Quota quota(String key, int least, int most) {
        var ends = list(key, 2, 2);
        int from = integer(key, ends.getFirst(), least, most);
        return new Quota(from, integer(key, ends.getLast(), from, most));
    }

    int[] ascending(String key, int least, int most) {
        var ends = list(key, 2, 2);
        int first = integer(key, ends.getFirst(), least, most);
        return new int[] {first, integer(key, ends.getLast(), first + 1, most)};
    }

    private static int integer(String key, Node node, int least, int most) {
        var number = number(key, node);
        boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
        if (!whole || !within(number, least, most)) {
            throw bad(
                    line(node),
                    key + " is a whole number from " + least + " to " + most,
                    key + " 应当是 " + least + " 到 " + most + " 的整数");
        }
        return number.intValueExact();
    }

    /** Returns a number in [least, most]. */
    double decimal(String key, double least, double most) {
        var number = number(key, at(key));
        if (!within(number, least, most)) {
            throw bad(
                    line(at(key)),
                    key + " is a number from " + least + " to " + most,
                    key + " 应当是 " + least + " 到 " + most + " 的数");
        }
        return number.doubleValue();
    }

    private static boolean within(BigDecimal number, double least, double most) {
        return number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private static BigDecimal number(String key, Node node) {
        var text = text(key, node);
        if (text.length() <= LONGEST_NUMBER && text.matches("-?[0-9]+([.][0-9]+)?")) {
            return new BigDecimal(text);
        }
        throw bad(line(node), key + " is not a number: " + text, key + " 不是数：" + text);
    }

    LocalDate date(String key) {
        var text = text(key, at(key));
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw bad(line(at(key)), key + " is a date like 2026-01-31", key + " 应当是 2026-01-31 这样的日期");
        }
    }

    /** Returns one of some words. */
    String word(String key, Set<String> words) {
        var text = text(key, at(key));
        if (!words.contains(text)) {
            var allowed = String.join(", ", words.stream().sorted().toList());
            throw bad(line(at(key)), key + " is one of: " + allowed, key + " 应当是其中之一：" + allowed);
        }
        return text;
    }

    private static String text(String key, Node node) {
        if (node instanceof ScalarNode scalar && scalar.getValue().length() <= 100) {
            return scalar.getValue();
        }
        throw bad(line(node), key + " is one short value", key + " 应当是一个短的值");
    }

    int line(String key) {
        return line(at(key));
    }

    int line() {
        return line;
    }

    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    static Bad bad(int line, String en, String zh) {
        return new Bad(new PolicyReading.Problem(line, en, zh));
    }
}
