package org.kanmai.app.web.security;

import java.net.URI;

/** Another site whose pages may be shown in a frame; a module that needs one makes it a bean. */
public record FrameSource(URI address) {

    /** Returns the origin, as a content policy names it. */
    public String origin() {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
