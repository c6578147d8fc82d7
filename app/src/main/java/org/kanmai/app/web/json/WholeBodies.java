package org.kanmai.app.web.json;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Refusal;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Refuses a body that lacks what its record does not declare {@code @Nullable}, so that controllers can rely on their types. */
@ControllerAdvice
class WholeBodies extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return parameter.getParameterType().isRecord();
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage input,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType) {
        check("body", body);
        return body;
    }

    private static void check(String field, @Nullable Object value) {
        if (value == null) {
            throw Refusal.invalid(field, "is needed");
        }
        if (value instanceof Collection<?> list) {
            list.forEach(item -> check(field, item));
        }
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(item -> check(field, item));
        }
        if (value instanceof Record whole) {
            for (var part : whole.getClass().getRecordComponents()) {
                checkPart(whole, part);
            }
        }
    }

    private static void checkPart(Record whole, RecordComponent part) {
        var value = read(whole, part);
        if (value != null || !part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            check(part.getName(), value);
        }
    }

    private static @Nullable Object read(Record whole, RecordComponent part) {
        var accessor = part.getAccessor();
        try {
            accessor.setAccessible(true);
            return accessor.invoke(whole);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException("cannot read " + part, unreadable);
        }
    }
}
