package org.kanmai.sandbox.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A method, a pattern of paths, and who answers them. */
public record Route(String method, Pattern path, Handler handler) {

    /** Returns a route whose path is a regular expression; its groups become the request's parts. */
    public static Route to(String method, String path, Handler handler) {
        return new Route(method, Pattern.compile(path), handler);
    }

    /** Returns the parts of a path that matches. */
    Optional<List<String>> parts(String asked) {
        var matcher = path.matcher(asked);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(IntStream.rangeClosed(1, matcher.groupCount())
                .mapToObj(matcher::group)
                .toList());
    }
}
