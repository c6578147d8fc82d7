package org.kanmai.launcher.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody's way through all pages, as the app's own table of routes has them, without loading the app anew for each. */
final class Walk {
    private static final String COUNTS_CALLS = """
            (() => {
              const fetched = window.fetch
              let open = 0
              let last = 0
              const touch = () => { last = performance.now() }
              window.fetch = (...call) => {
                open++
                return fetched(...call).finally(() => { open--; touch() })
              }
              window.rests = () => open === 0 && performance.now() - last > 60 && !document.querySelector('.waiting')
              window.routed = () => document.querySelector('#app')?.__vue_app__?.config.globalProperties.$router
              window.goes = async (path) => { touch(); await window.routed().push(path); touch() }
            })()""";

    private final Visit visit;
    private final Look look;
    private final Map<String, String> places;

    /** {@code places} are addresses for the routes that have a parameter. */
    Walk(Visit visit, Map<String, String> places) {
        this.visit = visit;
        this.places = places;
        visit.context().addInitScript(COUNTS_CALLS);
        visit.open("/");
        visit.page().waitForFunction("() => window.routed?.()?.currentRoute.value.matched.length");
        this.look = new Look(visit);
    }

    /** A page of the table; {@code needs} is empty where anybody may go. */
    record Route(String path, String needs) {}

    List<Route> routes() {
        var found = (List<?>) visit.page().evaluate("""
                () => window.routed().getRoutes().map((one) => [one.path, one.meta.needs ?? ''])""");
        return found.stream()
                .map(one -> (List<?>) one)
                .map(one -> new Route((String) one.get(0), (String) one.get(1)))
                .toList();
    }

    /** Goes to a page and returns what is wrong there, also when it does not end where it should. */
    List<String> goes(Route route, String end) {
        var path = address(route);
        visit.page().evaluate("(path) => window.goes(path)", path);
        visit.page().waitForFunction("() => window.rests()");
        var at = (String) visit.page().evaluate("location.pathname");
        var faults = new ArrayList<>(look.faults());
        if (!at.equals(end)) {
            faults.add("leads to " + at);
        }
        return faults.stream().map(fault -> path + ": " + fault).toList();
    }

    String address(Route route) {
        if (!route.path().contains(":")) {
            return route.path();
        }
        var place = places.get(route.path());
        if (place == null) {
            throw new AssertionError("say in RoutesJourneyTests with which address to visit " + route.path());
        }
        return place;
    }
}
