package org.kanmai.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One parsed JSON object, whose members are asked for by name and type; a wrong type throws {@link IllegalArgumentException}. */
final class JsonObject {
    private static final int USUAL = 20;

    private String[] names = new String[USUAL];
    private Object[] values = new Object[USUAL];
    private int size;
    private int next;

    private JsonObject() {}

    static JsonObject read(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("not a JSON object");
        }
        return object(json);
    }

    private static JsonObject object(JsonParser json) {
        var object = new JsonObject();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            object.add(name, value(json));
        }
        return object;
    }

    private void add(String name, Object value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        names[size] = name;
        values[size++] = value;
    }

    /** Finds a member from where the last one was found on: they are asked for in nearly the order they have. */
    private @Nullable Object find(String name) {
        for (int tried = 0; tried < size; tried++) {
            int at = (next + tried) % size;
            if (name.equals(names[at])) {
                next = at + 1;
                return values[at];
            }
        }
        return null;
    }

    private static Object value(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> array(json);
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new IllegalArgumentException("unexpected " + json.currentToken());
        };
    }

    private static List<Object> array(JsonParser json) {
        var values = new ArrayList<Object>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(json));
        }
        return values;
    }

    boolean has(String name) {
        return find(name) != null;
    }

    boolean is(String name, String text) {
        return text.equals(find(name));
    }

    String text(String name) {
        return as(name, String.class);
    }

    long id(String name) {
        return Ids.parse(text(name));
    }

    int integer(String name) {
        return Math.toIntExact(as(name, Long.class));
    }

    long whole(String name) {
        return as(name, Long.class);
    }

    double number(String name) {
        return as(name, Number.class).doubleValue();
    }

    boolean truth(String name) {
        return as(name, Boolean.class);
    }

    Instant instant(String name) {
        return Instant.ofEpochMilli(as(name, Long.class));
    }

    Binary binary(String name) {
        return has(name) ? Binary.parse(text(name)) : Binary.EMPTY;
    }

    <E extends Enum<E> & Code> E code(String name, Class<E> type) {
        return Code.parse(type, text(name));
    }

    List<String> texts(String name) {
        return list(name, String.class);
    }

    JsonObject object(String name) {
        return as(name, JsonObject.class);
    }

    List<JsonObject> objects(String name) {
        return list(name, JsonObject.class);
    }

    private <T> List<T> list(String name, Class<T> type) {
        var values = new ArrayList<T>();
        for (Object value : as(name, List.class)) {
            values.add(cast(name, value, type));
        }
        return values;
    }

    private <T> T as(String name, Class<T> type) {
        Object value = find(name);
        if (value == null) {
            throw new IllegalArgumentException("no member \"" + name + "\"");
        }
        return cast(name, value, type);
    }

    private static <T> T cast(String name, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("member \"" + name + "\" is no " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
