package org.kanmai.app.live.encoding;

import org.kanmai.app.live.fragments.Beginning;
import org.kanmai.app.live.fragments.Fragment;

/** Where what was encoded goes. */
public interface Outlet {

    /** A stream begins. */
    void begin(Beginning beginning);

    /** A stream goes on. */
    void add(Fragment fragment);

    /** A stream is over, whatever the reason. */
    void over();
}
