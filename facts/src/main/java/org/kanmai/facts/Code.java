package org.kanmai.facts;

/** A constant whose JSON form is its name in kebab-case, and whose binary form is its ordinal: constants are only appended. */
public interface Code {

    /** Returns the constant's name. */
    String name();

    /** Returns the constant's place. */
    int ordinal();

    /** Returns the binary form. */
    default byte number() {
        return (byte) ordinal();
    }

    /** Returns the constant of a type with this binary form; throws {@link IllegalArgumentException} when there is none. */
    static <E extends Enum<E> & Code> E of(Class<E> type, byte number) {
        E[] constants = type.getEnumConstants();
        if (number < 0 || number >= constants.length) {
            throw new IllegalArgumentException("no " + type.getSimpleName() + " has number " + number);
        }
        return constants[number];
    }

    /** Returns the JSON form: {@code NOT_INTERESTED} is {@code "not-interested"}. */
    default String code() {
        return Codes.text(this);
    }

    /** Returns the constant of a type with this JSON form; throws {@link IllegalArgumentException} when there is none. */
    static <E extends Enum<E> & Code> E parse(Class<E> type, String code) {
        return Codes.parse(type, code);
    }
}
