package org.kanmai.simulator.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.kanmai.simulator.ffmpeg.Ffmpeg;

/**
 * What a demo world is made with: the server's address, the seed, how many creators and works at most, the code that makes the first
 * operator (needed once), a scratch folder, the folder of pictures, and ffmpeg.
 */
public record DemoSettings(
        URI address,
        long seed,
        int creators,
        int works,
        Optional<String> invitation,
        Path scratch,
        Path pictures,
        Ffmpeg ffmpeg) {

    /** How many creators the whole world has. */
    public static final int ALL_CREATORS = 12;

    /** How many works a world has unless somebody asks for another number. */
    public static final int USUAL_WORKS = 30;

    /** A world of the usual size. */
    public static DemoSettings usual(
            URI address, long seed, Optional<String> invitation, Path scratch, Path pictures, Ffmpeg ffmpeg) {
        return new DemoSettings(address, seed, ALL_CREATORS, USUAL_WORKS, invitation, scratch, pictures, ffmpeg);
    }

    /** The same with 3 creators and 4 works, for tests and slow machines. */
    public DemoSettings tiny() {
        return new DemoSettings(address, seed, 3, 4, invitation, scratch, pictures, ffmpeg);
    }
}
