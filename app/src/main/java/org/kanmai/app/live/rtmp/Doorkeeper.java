package org.kanmai.app.live.rtmp;

import java.util.Optional;

/** Who decides about a push, and where what it brings goes. */
public interface Doorkeeper {

    /** Returns where a push with a key goes; empty when nobody knows the key, or a push of it is there already. */
    Optional<Pushed> admit(String key);
}
