package org.kanmai.launcher.ledger.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A struct of Thrift's compact protocol, in which Parquet writes what it says of itself: fields by their numbers. */
final class Struct {
    private static final int DEEPEST = 16;

    private final Map<Integer, Object> fields;

    private Struct(Map<Integer, Object> fields) {
        this.fields = fields;
    }

    static Struct read(Cursor in) {
        return struct(in, DEEPEST);
    }

    boolean has(int field) {
        return fields.containsKey(field);
    }

    long number(int field) {
        return of(Long.class, field);
    }

    String text(int field) {
        return of(String.class, field);
    }

    Struct struct(int field) {
        return of(Struct.class, field);
    }

    List<?> list(int field) {
        return of(List.class, field);
    }

    List<Struct> structs(int field) {
        return list(field).stream().map(each -> as(Struct.class, each)).toList();
    }

    private <T> T of(Class<T> type, int field) {
        var value = fields.get(field);
        if (value == null) {
            throw new Unusual("field " + field + " is missing");
        }
        return as(type, value);
    }

    private static <T> T as(Class<T> type, Object value) {
        if (!type.isInstance(value)) {
            throw new Unusual("a field of another type");
        }
        return type.cast(value);
    }

    private static Struct struct(Cursor in, int deeper) {
        if (deeper == 0) {
            throw new Unusual("structs within structs");
        }
        var fields = new HashMap<Integer, Object>();
        int field = 0;
        for (int head = in.unsignedByte(); head != 0; head = in.unsignedByte()) {
            int step = head >>> 4;
            field = step == 0 ? (int) zigzag(in) : field + step;
            int type = head & 0xf;
            fields.put(field, type == 1 || type == 2 ? type == 1 : value(type, in, deeper));
        }
        return new Struct(fields);
    }

    private static Object value(int type, Cursor in, int deeper) {
        return switch (type) {
            case 1, 2 -> in.unsignedByte() == 1;
            case 3 -> (long) (byte) in.unsignedByte();
            case 4, 5, 6 -> zigzag(in);
            case 7 -> in.int64();
            case 8 -> text(in);
            case 9, 10 -> list(in, deeper - 1);
            case 12 -> struct(in, deeper - 1);
            default -> throw new Unusual("type " + type);
        };
    }

    private static List<Object> list(Cursor in, int deeper) {
        int head = in.unsignedByte();
        long size = head >>> 4 == 0xf ? in.varint() : head >>> 4;
        if (size < 0 || size > in.left() || deeper <= 0) {
            throw new Unusual("a list of " + size);
        }
        var values = new ArrayList<Object>((int) size);
        for (int each = 0; each < size; each++) {
            values.add(value(head & 0xf, in, deeper));
        }
        return values;
    }

    /** Statistics hold bytes that are no text; nobody asks for them. */
    private static String text(Cursor in) {
        long length = in.varint();
        int from = in.take(length);
        return new String(in.bytes(), from, (int) length, UTF_8);
    }

    private static long zigzag(Cursor in) {
        long value = in.varint();
        return value >>> 1 ^ -(value & 1);
    }
}
