package org.kanmai.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Role;

/**
 * A row of {@code authorization.csv}: who may call an endpoint.
 *
 * @param least what a caller must be
 * @param belonging what of somebody's the path names: such as upload or order; empty for nothing
 * @param foreign the status that others get who call it for somebody's belonging; 0 where that is allowed
 * @param body what is sent
 */
record Access(String method, String path, Allowed.To least, String belonging, int foreign, String body) {
    private static final int COLUMNS = 6;

    /** Returns every row. */
    static List<Access> all() {
        try (var file = Objects.requireNonNull(Access.class.getResourceAsStream("authorization.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Access::row)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Access row(String line) {
        var cells = line.split(",", COLUMNS);
        var method = cells[0];
        var least = Allowed.To.valueOf(cells[2].toUpperCase(Locale.ROOT).replace('-', '_'));
        var body = cells.length > 5 ? cells[5] : method.equals("GET") ? "" : "{}";
        return new Access(
                method,
                cells[1],
                least,
                cells.length > 3 ? cells[3] : "",
                cells.length > 4 ? Integer.parseInt(cells[4]) : 0,
                body);
    }

    String endpoint() {
        return method + " " + path;
    }

    /** Returns whether somebody with just this role may call it; no role is no account. */
    boolean open(@Nullable Role role) {
        return switch (least) {
            case ANYONE -> true;
            case SIGNED_IN -> role != null;
            case CREATOR -> role == Role.CREATOR;
            case MERCHANT -> role == Role.MERCHANT;
            case OPERATOR -> role == Role.OPERATOR;
            case AUDITOR -> role == Role.AUDITOR || role == Role.OPERATOR;
        };
    }

    @Override
    public String toString() {
        return endpoint();
    }
}
