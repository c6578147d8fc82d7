package org.kanmai.sandbox.http;

import java.util.List;

/** Finds who answers a request. */
public record Routes(List<Route> all) implements Handler {
    /** Copies the list. */
    public Routes {
        all = List.copyOf(all);
    }

    @Override
    public Answer answer(Request request) {
        var known = all.stream()
                .filter(route -> route.parts(request.path()).isPresent())
                .toList();
        if (known.isEmpty()) {
            throw Refusal.notFound();
        }
        var route = known.stream()
                .filter(one -> one.method().equals(request.method()))
                .findFirst()
                .orElseThrow(() -> new Refusal(405, "method-not-allowed", "This address answers another method."));
        return route.handler().answer(request.with(route.parts(request.path()).orElseThrow()));
    }
}
