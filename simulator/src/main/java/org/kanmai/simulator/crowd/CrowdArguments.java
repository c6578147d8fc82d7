package org.kanmai.simulator.crowd;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is asked of a crowd.
 *
 * @param server address of a running Kanmai: scheme, host and port only
 * @param minutes how long they watch
 * @param pace how many times as fast they live
 */
record CrowdArguments(URI server, int people, int minutes, double pace, long seed) {
    private static final Set<String> KNOWN = Set.of("--server", "--people", "--minutes", "--pace", "--seed");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|\\[::1]|127(\\.\\d{1,3}){3}");

    CrowdArguments {
        if (people < 1 || people > 2_000) {
            throw new IllegalArgumentException("--people: 1-2000: " + people);
        }
        if (minutes < 1 || minutes > 240) {
            throw new IllegalArgumentException("--minutes: 1-240: " + minutes);
        }
        if (!(pace >= 0.1 && pace <= 20)) {
            throw new IllegalArgumentException("--pace: 0.1-20: " + pace);
        }
    }

    /** Reads the words; anything unknown, incomplete or out of range throws with what is wrong. */
    static CrowdArguments read(String[] words) {
        var given = new HashMap<String, String>();
        var reach = Reach.LOOPBACK;
        for (int place = 0; place < words.length; place++) {
            if (words[place].equals("--anywhere")) {
                reach = Reach.ANYWHERE;
                continue;
            }
            if (!KNOWN.contains(words[place]) || place + 1 == words.length) {
                throw new IllegalArgumentException(words[place] + " ?");
            }
            given.put(words[place], words[++place]);
        }
        return new CrowdArguments(
                address(given.getOrDefault("--server", ""), reach),
                number(given, "--people", "200"),
                number(given, "--minutes", "5"),
                pace(given.getOrDefault("--pace", "1")),
                number(given, "--seed", "7"));
    }

    /** Which servers may be asked. */
    private enum Reach {
        LOOPBACK,
        ANYWHERE
    }

    private static URI address(String text, Reach reach) {
        var address = parsed(text);
        var scheme = address.getScheme();
        boolean isWeb = "http".equals(scheme) || "https".equals(scheme);
        var path = address.getRawPath();
        boolean isBare = path != null && (path.isEmpty() || path.equals("/"));
        if (!isWeb || !isBare || address.getHost() == null || hasMore(address)) {
            throw new IllegalArgumentException("--server: http://127.0.0.1:8080: " + text);
        }
        if (reach == Reach.LOOPBACK && !LOOPBACK.matcher(address.getHost()).matches()) {
            throw new IllegalArgumentException("--server: 127.0.0.1, localhost, [::1] (--anywhere): " + text);
        }
        return address;
    }

    private static boolean hasMore(URI address) {
        return address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || address.getRawFragment() != null
                || address.getPort() == 0
                || address.getPort() > 65_535;
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException unreadable) {
            throw new IllegalArgumentException("--server: " + text, unreadable);
        }
    }

    private static int number(Map<String, String> given, String name, String usual) {
        var text = given.getOrDefault(name, usual);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException(name + ": 0-9: " + text, unreadable);
        }
    }

    private static double pace(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException("--pace: 0.1-20: " + text, unreadable);
        }
    }
}
