package org.kanmai.app.catalog.external;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.kanmai.app.catalog.Variant;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Money;

/**
 * A product as another platform sells it.
 *
 * @param url https, at the platform's own domain, without a name, a password or a port
 */
record ExternalOffer(Platform platform, String url, Money price) {
    /** The parameter that names the visit to the other side. */
    static final String REFERENCE = "kanmai_ref";

    private static final int LONGEST = 500;

    /** Checks what a merchant wants to link to. */
    static ExternalOffer of(Platform platform, String url, Money price) {
        var address = address(url.strip());
        var host = address.getHost();
        var query = address.getRawQuery();
        if (!"https".equalsIgnoreCase(address.getScheme())
                || address.getRawUserInfo() != null
                || address.getPort() != -1
                || host == null
                || !platform.owns(host.toLowerCase(Locale.ROOT))
                || (query != null && query.contains(REFERENCE))) {
            throw invalid();
        }
        return new ExternalOffer(
                platform, "https" + address.toString().substring("https".length()), Variant.price(price));
    }

    private static URI address(String url) {
        if (url.length() > LONGEST) {
            throw invalid();
        }
        try {
            return new URI(url);
        } catch (URISyntaxException malformed) {
            throw invalid();
        }
    }

    private static Refusal invalid() {
        return Refusal.invalid("url", "must be an https address of the platform itself");
    }

    /** Returns the address that names a visit. */
    URI naming(String reference) {
        var address = URI.create(url);
        var query = address.getRawQuery() == null ? "" : address.getRawQuery() + "&";
        var fragment = address.getRawFragment() == null ? "" : "#" + address.getRawFragment();
        int end = url.indexOf('?') >= 0 ? url.indexOf('?') : url.indexOf('#');
        var before = end < 0 ? url : url.substring(0, end);
        return URI.create(before + "?" + query + REFERENCE + "=" + reference + fragment);
    }
}
