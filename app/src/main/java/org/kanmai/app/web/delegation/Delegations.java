package org.kanmai.app.web.delegation;

import java.util.Optional;
import java.util.Set;
import org.kanmai.app.web.Role;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;

/** Tells who may act for a shop's owner, and keeps what was done; {@code catalog} implements it. */
public interface Delegations {

    /**
     * Returns who a person acts for in a shop.
     *
     * @param endpoint what is called, as it is declared, such as {@code /api/me/products/{id}}
     */
    Optional<Acting> acting(PersonId person, ShopId shop, String method, String endpoint);

    /** Returns whether an endpoint of creators is a shop's affair, if that is whom its creator acts for: its live rooms. */
    boolean isOfShops(String endpoint);

    /** Keeps that something is being done, before it is; returns its number. */
    long begun(Acting acting, String method, String path);

    /** Keeps with which status it was answered. */
    void ended(long act, int status);

    /**
     * Somebody at work for somebody else.
     *
     * @param grant under which
     * @param roles the owner's, of those that a grant can lend
     */
    record Acting(long grant, ShopId shop, PersonId owner, Set<Role> roles) {
        public Acting {
            roles = Set.copyOf(roles);
        }
    }
}
