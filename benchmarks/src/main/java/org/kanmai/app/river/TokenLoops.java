package org.kanmai.app.river;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Vault;
import org.kanmai.facts.Binary;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.PageId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.Terms;
import org.kanmai.facts.WorkId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The check of an item token, beside the HMAC-SHA256 that any such check needs. */
@State(Scope.Thread)
public class TokenLoops {
    private static final int BODY = 73;

    private final Clock clock = Clock.systemUTC();
    private final ItemTokens tokens = new ItemTokens(
            new Keys(new RememberedKeys(), new OpenVault(), clock),
            clock,
            new RiverSettings(
                    500,
                    Duration.ofMillis(200),
                    Duration.ofMillis(10),
                    Duration.ofSeconds(10),
                    Duration.ofHours(24),
                    Duration.ofSeconds(5)));
    private final String token = tokens.mint(new ItemToken(terms(), 12_000, clock.instant()));
    private final byte[] body = new byte[BODY];
    private final Mac mac = mac();

    private static Terms terms() {
        return new Terms(
                new ExposureId(133_000_000_000_000_077L),
                new PageId(133_000_000_000_000_070L),
                99,
                new Pseudonym(7_001_002_003_004_005_006L),
                Subject.work(new WorkId(133_000_000_000_000_042L)),
                Surface.FOR_YOU,
                1,
                Source.FRESH,
                SlotKind.RANDOMISED,
                0.125,
                1,
                1);
    }

    private static Mac mac() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK lacks HmacSHA256", missing);
        }
    }

    @Benchmark
    public Object check() {
        return tokens.check(token);
    }

    @Benchmark
    public byte[] hmacAlone() {
        return mac.doFinal(body);
    }

    /** Keeps keys in memory; there is no database here. */
    private static final class RememberedKeys extends KeyStore {
        private final List<Row> rows = new ArrayList<>();

        RememberedKeys() {
            super(JdbcClient.create(new DriverManagerDataSource()));
        }

        @Override
        List<Row> all(String purpose) {
            return rows.stream().filter(row -> row.purpose().equals(purpose)).toList();
        }

        @Override
        public void addFirst(String purpose, byte[] secret, byte @Nullable [] publicKey, java.time.Instant since) {
            var open = publicKey == null ? Binary.EMPTY : Binary.of(publicKey);
            rows.add(new Row(rows.size() + 1, purpose, Binary.of(secret), open, since));
        }
    }

    /** Seals nothing. */
    private static final class OpenVault implements Vault {
        @Override
        public byte[] seal(byte[] secret) {
            return secret;
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed;
        }
    }
}
