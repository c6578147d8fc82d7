package org.kanmai.engines;

/** Where PostgreSQL answers: a JDBC URL and who signs in there. */
public record PostgresqlAddress(String jdbcUrl, String user, String password) {
    /** Leaves the password out. */
    @Override
    public String toString() {
        return "PostgresqlAddress[" + jdbcUrl.replaceFirst("\\?.*", "") + ", " + user + "]";
    }
}
