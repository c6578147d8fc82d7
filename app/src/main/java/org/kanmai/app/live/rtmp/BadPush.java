package org.kanmai.app.live.rtmp;

import java.io.IOException;

/** What comes is no RTMP, or more of it than any honest push sends. */
final class BadPush extends IOException {
    private static final long serialVersionUID = 1;

    BadPush(String why) {
        super(why);
    }
}
