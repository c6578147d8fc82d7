package org.kanmai.engines;

import java.util.Properties;

/**
 * Where the three engines answer.
 *
 * @param redisUrl {@code redis://} or {@code rediss://}, with the password inside
 * @param kafkaBootstrap {@code host:port}, comma-separated
 */
public record EngineAddresses(PostgresqlAddress postgresql, String redisUrl, String kafkaBootstrap) {
    /** The lines by which a second process joins the same engines. */
    Properties properties() {
        var properties = new Properties();
        properties.setProperty(EnginesSettings.POSTGRESQL_URL, postgresql.jdbcUrl());
        properties.setProperty(EnginesSettings.POSTGRESQL_USER, postgresql.user());
        properties.setProperty(EnginesSettings.POSTGRESQL_PASSWORD, postgresql.password());
        properties.setProperty(EnginesSettings.REDIS_URL, redisUrl);
        properties.setProperty(EnginesSettings.KAFKA_BOOTSTRAP, kafkaBootstrap);
        return properties;
    }

    /** Leaves the passwords out. */
    @Override
    public String toString() {
        return "EngineAddresses[" + postgresql + ", " + redisUrl.replaceFirst("//.*@", "//") + ", " + kafkaBootstrap
                + "]";
    }
}
