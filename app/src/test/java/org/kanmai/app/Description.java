package org.kanmai.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The API as it describes itself in {@code /openapi.json}. */
record Description(JsonNode json) {
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete", "head", "options");

    String version() {
        return json.path("openapi").asString();
    }

    /** Returns each operation by its method and path. */
    Map<String, JsonNode> operations() {
        var operations = new LinkedHashMap<String, JsonNode>();
        json.path("paths").forEachEntry((path, item) -> {
            for (var method : METHODS) {
                if (item.has(method)) {
                    operations.put(method.toUpperCase(Locale.ROOT) + " " + path, item.path(method));
                }
            }
        });
        return operations;
    }

    /** Returns bodies of the right fields with the wrong things in them, and some of no form at all. */
    Stream<String> nonsense(String endpoint) {
        return Stream.of(
                "",
                "{",
                "[]",
                "null",
                "\"\"",
                "{}",
                filled(endpoint, "null", "[null]"),
                filled(endpoint, "\"\\u0000\"", "[\"\\u0000\"]"),
                filled(endpoint, "\"9\"", "[{}]"));
    }

    private String filled(String endpoint, String text, String list) {
        var fields =
                json.path("components").path("schemas").path(schema(endpoint)).path("properties");
        return fields.propertyStream()
                .map(field -> "\"" + field.getKey() + "\": " + value(field.getValue(), text, list))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String schema(String endpoint) {
        var operation = Objects.requireNonNull(operations().get(endpoint));
        var content = operation.path("requestBody").path("content");
        var reference =
                content.path("application/json").path("schema").path("$ref").asString("");
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static String value(JsonNode field, String text, String list) {
        var type = field.path("type").toString();
        if (type.contains("array")) {
            return list;
        }
        if (type.contains("boolean")) {
            return "true";
        }
        return type.contains("integer") ? "-1" : text;
    }
}
