package org.kanmai.benchmarks.loops;

import java.time.Instant;
import java.util.Optional;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.Origin;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Watched;
import org.kanmai.facts.WorkId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The codec of the log over the most frequent fact, beside Jackson's tree of the same bytes. */
@State(Scope.Thread)
public class FactCodecLoops {
    private final Watched fact = new Watched(
            new ExposureId(133_000_000_000_000_077L),
            3,
            Instant.parse("2026-01-02T03:04:05.678Z"),
            Origin.LIVE,
            new Pseudonym(7_001_002_003_004_005_006L),
            Subject.work(new WorkId(133_000_000_000_000_042L)),
            Source.FRESH,
            9_000,
            9_000,
            9_000,
            12_000,
            0,
            false);
    private final byte[] bytes = FactCodec.write(fact);
    private final JsonMapper mapper = JsonMapper.shared();
    private final JsonNode tree = mapper.readTree(bytes);

    @Benchmark
    public byte[] write() {
        return FactCodec.write(fact);
    }

    @Benchmark
    public byte[] writeTree() {
        return mapper.writeValueAsBytes(tree);
    }

    @Benchmark
    public Optional<Fact> read() {
        return FactCodec.read(bytes);
    }

    @Benchmark
    public JsonNode readTree() {
        return mapper.readTree(bytes);
    }
}
