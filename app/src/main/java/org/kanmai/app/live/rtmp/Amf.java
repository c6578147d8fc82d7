package org.kanmai.app.live.rtmp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kanmai.facts.Binary;

/** Values of commands, in AMF 0: numbers, truths, texts, and maps of them; what is nothing is an empty map. */
final class Amf {
    private static final int NUMBER = 0;
    private static final int TRUTH = 1;
    private static final int TEXT = 2;
    private static final int OBJECT = 3;
    private static final int NULL = 5;
    private static final int UNDEFINED = 6;
    private static final int MAP = 8;
    private static final int END = 9;
    private static final int MOST_VALUES = 200;
    private static final int DEEPEST = 4;

    private Amf() {}

    /** Reads every value; throws {@link BadPush} for what is none, too many or too deep. */
    static List<Object> read(Binary content) throws BadPush {
        var buffer = ByteBuffer.wrap(content.bytes());
        var values = new ArrayList<Object>();
        try {
            while (buffer.hasRemaining() && values.size() < MOST_VALUES) {
                values.add(value(buffer, DEEPEST));
            }
        } catch (BufferUnderflowException | IllegalArgumentException cut) {
            throw new BadPush("a command breaks off");
        }
        return values;
    }

    private static Object value(ByteBuffer buffer, int depth) throws BadPush {
        int kind = buffer.get();
        return switch (kind) {
            case NUMBER -> buffer.getDouble();
            case TRUTH -> buffer.get() != 0;
            case TEXT -> text(buffer);
            case NULL, UNDEFINED -> Map.of();
            case OBJECT -> map(buffer, depth - 1);
            case MAP -> {
                buffer.getInt();
                yield map(buffer, depth - 1);
            }
            default -> throw new BadPush("a value of kind " + kind);
        };
    }

    private static String text(ByteBuffer buffer) {
        var bytes = new byte[buffer.getShort() & 0xFFFF];
        buffer.get(bytes);
        return new String(bytes, UTF_8);
    }

    private static Map<String, Object> map(ByteBuffer buffer, int depth) throws BadPush {
        var map = new LinkedHashMap<String, Object>();
        while (depth > 0 && map.size() < MOST_VALUES) {
            var name = text(buffer);
            if (name.isEmpty()) {
                if (buffer.get() != END) {
                    throw new BadPush("a map without an end");
                }
                return map;
            }
            map.put(name, value(buffer, depth));
        }
        throw new BadPush("a command is too large");
    }

    /** Writes values; an empty map stands for nothing. */
    static Binary write(Object... values) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var value : values) {
                write(out, value);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("memory takes what is written", impossible);
        }
        return Binary.of(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, Object value) throws IOException {
        switch (value) {
            case Number number -> {
                out.writeByte(NUMBER);
                out.writeDouble(number.doubleValue());
            }
            case Map<?, ?> map -> writeMap(out, map);
            default -> {
                out.writeByte(TEXT);
                out.writeUTF(value.toString());
            }
        }
    }

    private static void writeMap(DataOutputStream out, Map<?, ?> map) throws IOException {
        if (map.isEmpty()) {
            out.writeByte(NULL);
            return;
        }
        out.writeByte(OBJECT);
        for (var entry : map.entrySet()) {
            out.writeUTF(String.valueOf(entry.getKey()));
            write(out, entry.getValue());
        }
        out.writeShort(0);
        out.writeByte(END);
    }
}
