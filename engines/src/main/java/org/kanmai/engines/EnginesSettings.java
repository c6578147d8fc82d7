package org.kanmai.engines;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the data lies and which engines are external; an engine without an address is embedded.
 *
 * @param data everything that must survive
 * @param cache unpacked binaries, shared by all data folders of this user
 */
public record EnginesSettings(
        Path data,
        Path cache,
        @Nullable PostgresqlAddress postgresql,
        @Nullable String redisUrl,
        @Nullable String kafkaBootstrap) {

    static final String POSTGRESQL_URL = "kanmai.postgresql.url";
    static final String POSTGRESQL_USER = "kanmai.postgresql.user";
    static final String POSTGRESQL_PASSWORD = "kanmai.postgresql.password";
    static final String REDIS_URL = "kanmai.redis.url";
    static final String KAFKA_BOOTSTRAP = "kanmai.kafka.bootstrap";
    private static final Set<String> KEYS =
            Set.of(POSTGRESQL_URL, POSTGRESQL_USER, POSTGRESQL_PASSWORD, REDIS_URL, KAFKA_BOOTSTRAP);

    public EnginesSettings {
        data = data.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
    }

    /** All three engines embedded on this folder. */
    public static EnginesSettings embedded(Path data) {
        return from(data, Map.of());
    }

    /** Returns whether all three are embedded, so that the data folder holds everything. */
    public boolean areEmbedded() {
        return postgresql == null && redisUrl == null && kafkaBootstrap == null;
    }

    /**
     * Reads {@code KANMAI_POSTGRESQL_URL} and its like from the environment, then {@code kanmai.properties} from the
     * file that {@code KANMAI_PROPERTIES} names or from the data folder; the environment wins.
     */
    public static EnginesSettings from(Path data, Map<String, String> environment) {
        var values = new HashMap<String, String>(file(data, environment));
        for (var key : KEYS) {
            var value = environment.get(key.toUpperCase(Locale.ROOT).replace('.', '_'));
            if (value != null && !value.isBlank()) {
                values.put(key, value);
            }
        }
        return new EnginesSettings(
                data, cache(environment), postgresql(values), values.get(REDIS_URL), values.get(KAFKA_BOOTSTRAP));
    }

    private static @Nullable PostgresqlAddress postgresql(Map<String, String> values) {
        var url = values.get(POSTGRESQL_URL);
        if (url == null) {
            return null;
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartRefused(POSTGRESQL_URL + " must start with jdbc:postgresql:");
        }
        return new PostgresqlAddress(
                url, values.getOrDefault(POSTGRESQL_USER, "kanmai"), values.getOrDefault(POSTGRESQL_PASSWORD, ""));
    }

    private static Map<String, String> file(Path data, Map<String, String> environment) {
        var named = environment.get("KANMAI_PROPERTIES");
        var path = named == null ? data.resolve("kanmai.properties") : Path.of(named);
        if (named == null && !Files.exists(path)) {
            return Map.of();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new StartRefused("The settings in " + path + " can't be read: " + e.getMessage(), e);
        }
        var unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new StartRefused("The settings in " + path + " have unknown keys: " + String.join(", ", unknown));
        }
        var values = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }

    /** Root's home is closed to the user that PostgreSQL runs as, so root unpacks where all can read. */
    private static Path cache(Map<String, String> environment) {
        var named = environment.get("KANMAI_CACHE");
        if (named != null) {
            return Path.of(named);
        }
        if (new UnixSystem().getUid() == 0) {
            return Path.of("/var/cache/kanmai");
        }
        var caches = environment.get("XDG_CACHE_HOME");
        var parent = caches == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(caches);
        return parent.resolve("kanmai");
    }

    /** Leaves the passwords out. */
    @Override
    public String toString() {
        return "EnginesSettings[" + data + "]";
    }
}
