package org.kanmai.app.media.packaging;

import java.util.List;
import org.kanmai.facts.Code;

/** Who writes H.264: the one that came with the application is LGPL, x264 needs another ffmpeg. */
public enum Encoder implements Code {
    /** Cisco's, always there. */
    OPENH264,
    /** GPL; only in an ffmpeg of the operator's choice. */
    X264;

    List<String> arguments() {
        return switch (this) {
            // Without a floor of the quantiser it spends the whole budget on pictures that need none of it.
            case OPENH264 ->
                List.of(
                        "-c:v",
                        "libopenh264",
                        "-profile:v",
                        "main",
                        "-rc_mode",
                        "bitrate",
                        "-qmin",
                        "20",
                        "-qmax",
                        "44");
            case X264 -> List.of("-c:v", "libx264", "-preset", "veryfast", "-profile:v", "main", "-sc_threshold", "0");
        };
    }
}
