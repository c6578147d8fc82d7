package org.kanmai.app.web.delegation;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.kanmai.facts.ShopId;

/** The cookie by which a browser says for which shop it acts; it proves nothing. */
public final class ActingCookie {
    public static final String NAME = "kanmai_acting";

    private ActingCookie() {}

    /** Returns the shop that a request is to act for. */
    public static Optional<ShopId> of(HttpServletRequest request) {
        var cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(value -> value.matches("[0-9]{1,18}"))
                .map(ShopId::parse)
                .findFirst();
    }
}
