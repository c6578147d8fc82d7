package org.kanmai.simulator.scenes;

import java.nio.file.Path;
import org.kanmai.simulator.scenes.drawing.Look;

/** What turns scripts into files. */
public interface Camera {

    /** Shoots a film into a file that ends in .mp4. */
    void shoot(Script script, Path target);

    /** The picture of a person or thing in a look, 256 pixels square, as a PNG file's bytes. */
    byte[] portrait(String code, Look look);
}
