package org.kanmai.benchmarks.world;

import java.util.List;
import java.util.stream.IntStream;
import org.kanmai.benchmarks.http.Caller;
import org.kanmai.benchmarks.server.Database;

/** People with a session each, written at once: hashing thousands of passwords would take longer than what is measured. */
public final class SignedIn {
    /** How long a session's token is. */
    private static final int TOKEN = 43;

    private SignedIn() {}

    /** Writes so many people whose ids follow the first, named by a letter and their number; returns the browser of each. */
    public static List<Caller> write(Database database, char letter, long first, int count) {
        database.run("""
                insert into identity.person (id, handle, name, bio)
                select %1$d + n, 'person-%2$s' || n, 'Person', ''
                  from generate_series(0, %3$d - 1) as n;
                insert into identity.session (hash, person, expires_at)
                select sha256(convert_to(lpad(n::text, %4$d, '%2$s'), 'UTF8')), %1$d + n, now() + interval '1 hour'
                  from generate_series(0, %3$d - 1) as n
                """.formatted(first, letter, count, TOKEN));
        return IntStream.range(0, count)
                .mapToObj(number -> Caller.signedIn(token(letter, number)))
                .toList();
    }

    private static String token(char letter, int number) {
        var digits = Integer.toString(number);
        return Character.toString(letter).repeat(TOKEN - digits.length()) + digits;
    }
}
