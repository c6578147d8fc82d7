package org.kanmai.simulator.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.kanmai.simulator.ffmpeg.Ffmpeg;

/**
 * What a demo world is made with: the server's address, the seed, how many creators and works at most, how many residents lived in it
 * for how many days before, the code that makes the first operator (needed once), a scratch folder, the folder of pictures, and ffmpeg.
 */
public record DemoSettings(
        URI address,
        long seed,
        int creators,
        int works,
        int residents,
        int days,
        Optional<String> invitation,
        Path scratch,
        Path pictures,
        Ffmpeg ffmpeg) {

    /** How many creators the whole world has. */
    public static final int ALL_CREATORS = 12;

    /** How many works a world has unless somebody asks for another number. */
    public static final int USUAL_WORKS = 30;

    /** How many people a whole world has who live there before anybody comes. */
    public static final int ALL_RESIDENTS = 2_000;

    /** For how long they do. */
    public static final int ALL_DAYS = 30;

    /** A world of the usual size. */
    public static DemoSettings usual(
            URI address, long seed, Optional<String> invitation, Path scratch, Path pictures, Ffmpeg ffmpeg) {
        return new DemoSettings(
                address,
                seed,
                ALL_CREATORS,
                USUAL_WORKS,
                ALL_RESIDENTS,
                ALL_DAYS,
                invitation,
                scratch,
                pictures,
                ffmpeg);
    }

    /** The same with 3 creators, 4 works, and 20 residents of 3 days, for tests and slow machines. */
    public DemoSettings tiny() {
        return new DemoSettings(address, seed, 3, 4, 20, 3, invitation, scratch, pictures, ffmpeg);
    }
}
