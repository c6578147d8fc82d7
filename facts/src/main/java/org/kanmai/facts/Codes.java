package org.kanmai.facts;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The JSON forms of one type's constants, worked out once: a fact is read and written with a dozen of them. */
final class Codes {
    private static final ClassValue<Codes> ALL = new ClassValue<>() {
        @Override
        protected Codes computeValue(Class<?> type) {
            return new Codes(type.getEnumConstants());
        }
    };

    private final String[] texts;
    private final Map<String, Object> constants = new HashMap<>();

    private Codes(Object[] all) {
        texts = new String[all.length];
        for (Object each : all) {
            var constant = (Code) each;
            String text = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            texts[constant.ordinal()] = text;
            constants.put(text, constant);
        }
    }

    static String text(Code constant) {
        return ALL.get(((Enum<?>) constant).getDeclaringClass()).texts[constant.ordinal()];
    }

    static <E extends Enum<E>> E parse(Class<E> type, String text) {
        return find(type, text)
                .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + " is called so"));
    }

    static <E extends Enum<E>> Optional<E> find(Class<E> type, String text) {
        return Optional.ofNullable(ALL.get(type).constants.get(text)).map(type::cast);
    }
}
