package org.kanmai.app.governance;

/**
 * What one machine check measured about a subject; never a verdict.
 *
 * @param check kebab-case name of the check, such as {@code black-frames}; clients translate by it
 * @param value what was measured, with its unit, as a person reads it; may be empty; at most 500 characters are kept
 * @param blindSpot an English sentence about what this check cannot see; clients translate it by the check's name
 */
public record Evidence(String check, Finding finding, String value, String blindSpot) {
    private static final int LONGEST_VALUE = 500;

    public Evidence {
        if (!check.matches("[a-z0-9-]{1,40}") || blindSpot.isBlank()) {
            throw new IllegalArgumentException("evidence needs a check's name and a blind spot: " + check);
        }
        value = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
    }
}
