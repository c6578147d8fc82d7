package org.kanmai.facts;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The one codec of the log: a fact is one JSON object whose members come in a fixed order.
 *
 * <p>Bytes once written are never written again by a reader: who passes a fact on passes its bytes on. A reader skips
 * members that it does not know and leaves out kinds that it does not know, so old and new releases share a log.
 */
public final class FactCodec {
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxStringLength(1 << 20)
                    .build())
            .build();

    private FactCodec() {}

    /** Returns the JSON of a fact, UTF-8. */
    public static byte[] write(Fact fact) {
        var out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            new FactWriter(json).write(fact);
        }
        return out.toByteArray();
    }

    /**
     * Reads a fact; empty when its kind is not known here.
     *
     * @throws IllegalArgumentException when the bytes are no fact
     */
    public static Optional<Fact> read(byte[] bytes) {
        return FactReader.read(parse(bytes));
    }

    /** Reads one JSON object; throws {@link IllegalArgumentException} for anything else. */
    static JsonObject parse(byte[] bytes) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            return JsonObject.read(json);
        } catch (tools.jackson.core.JacksonException malformed) {
            throw new IllegalArgumentException("not JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }
}
