package org.kanmai.simulator.demo;

import java.util.SplittableRandom;

/** An account of the demo world with its password, which follows from the seed and is no secret. */
public record Account(String handle, String name, String role, String password) {

    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 9;

    /** Returns an account of the demo world of a seed. */
    public static Account of(String handle, String name, String role, long seed) {
        var random = new SplittableRandom(seed * 31 + handle.hashCode());
        var password = new StringBuilder("demo-");
        for (var i = 0; i < LENGTH; i++) {
            password.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return new Account(handle, name, role, password.toString());
    }
}
