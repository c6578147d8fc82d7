package org.kanmai.app.identity.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.Person;
import org.kanmai.app.identity.consents.Consent;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.WebSettings.World;

/**
 * What a viewer may know of themselves.
 *
 * @param person absent when nobody is signed in
 */
public record Me(@Nullable Person person, List<Role> roles, World world, List<Consent> consents) {
    public Me {
        roles = List.copyOf(roles);
        consents = List.copyOf(consents);
    }
}
