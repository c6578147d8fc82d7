package org.kanmai.app.web.json;

import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Code;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads constants in paths and queries by their kebab-case code. */
final class CodeConverter implements ConverterFactory<String, Code> {

    @Override
    public <T extends Code> Converter<String, T> getConverter(Class<T> type) {
        return code -> constant(type, code);
    }

    private static <T extends Code> T constant(Class<T> type, String code) {
        for (T constant : type.getEnumConstants()) {
            if (constant.code().equals(code)) {
                return constant;
            }
        }
        throw Refusal.invalid(type.getSimpleName().toLowerCase(java.util.Locale.ROOT), "is none of those known");
    }
}
