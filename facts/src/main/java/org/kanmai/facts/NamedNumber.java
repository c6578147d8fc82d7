package org.kanmai.facts;

/** A number under its name in documents, such as a weight of {@code completion}. */
public record NamedNumber(String name, double value) {
    public NamedNumber {
        if (name.isEmpty() || name.length() > 64 || !Double.isFinite(value)) {
            throw new IllegalArgumentException("not a named number: " + name + ", " + value);
        }
    }
}
