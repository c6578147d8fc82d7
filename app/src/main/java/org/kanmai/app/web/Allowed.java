package org.kanmai.app.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says who may call an endpoint; the application does not start while an endpoint lacks it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {

    /** Returns the least that a caller must be. */
    To value();

    /** The classes of callers. */
    enum To {
        ANYONE,
        SIGNED_IN,
        CREATOR,
        MERCHANT,
        OPERATOR,
        AUDITOR
    }
}
