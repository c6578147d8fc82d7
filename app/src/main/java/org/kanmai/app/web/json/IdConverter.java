package org.kanmai.app.web.json;

import java.lang.reflect.InvocationTargetException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Id;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** Reads ids in paths and queries by the {@code parse} of their type; what is no id is no such thing: 404. */
final class IdConverter implements GenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, Id.class));
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
        try {
            return to.getType().getMethod("parse", String.class).invoke(null, source);
        } catch (InvocationTargetException malformed) {
            throw Refusal.notFound("id");
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(to + " has no parse(String)", missing);
        }
    }
}
