package org.kanmai.app.media.ffmpeg;

import java.nio.file.Path;
import java.util.List;

/**
 * One command and what confines it.
 *
 * @param folder a private folder that is the working directory
 */
public record Run(Program program, List<String> arguments, Path folder, Limits limits) {

    /** Which of the two programs. */
    public enum Program {
        FFMPEG,
        FFPROBE
    }

    public Run {
        arguments = List.copyOf(arguments);
    }
}
