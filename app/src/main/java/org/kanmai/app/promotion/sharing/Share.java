package org.kanmai.app.promotion.sharing;

import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShareId;
import org.kanmai.facts.ShopId;

/**
 * A link that somebody shared.
 *
 * @param subject number of what it leads to
 * @param shop whose that is; absent for what is the site's
 * @param parent the link by which the sharer came; absent at the head of a chain
 * @param depth how many links the chain has, this one included
 */
record Share(
        ShareId id,
        PersonId person,
        Kind kind,
        long subject,
        @Nullable ShopId shop,
        Channel channel,
        @Nullable ShareId parent,
        int depth) {

    /** What a link leads to. */
    enum Kind implements Code {
        PRODUCT,
        GROUP,
        APPEAL
    }

    /** By which way it was shared. */
    enum Channel implements Code {
        COPY,
        SYSTEM,
        QR
    }
}
