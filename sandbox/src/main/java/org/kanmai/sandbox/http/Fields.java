package org.kanmai.sandbox.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kanmai.sandbox.json.Json;
import org.kanmai.sandbox.money.Amount;

/** What a caller sends, checked before it is believed; each refusal names the field. */
public final class Fields {
    /** A regular expression of the ids that merchants give. */
    public static final String ID = "[A-Za-z0-9_-]{1,64}";

    private static final Pattern IDS = Pattern.compile(ID);
    private static final Pattern HOSTS = Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}]");
    private static final int MOST_ADDRESS = 1024;

    private Fields() {}

    /** An amount as it is sent. */
    public record AmountField(
            @Nullable Long minor, @Nullable String currency) {}

    /** Returns the body as a value of this type. */
    public static <T> T body(Request request, Class<T> type) {
        try {
            return Json.read(request.body(), type);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("The body is not the JSON that this address takes: " + e.getMessage());
        }
    }

    /** Returns an id of the merchant's. */
    public static String id(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(value -> IDS.matcher(value).matches())
                .orElseThrow(() -> Refusal.invalid("id has 1 to 64 characters of A-Z, a-z, 0-9, - and _."));
    }

    /** Returns a text for people: not blank, bounded, without control characters. */
    public static String text(String name, @Nullable String text, int most) {
        return Optional.ofNullable(text)
                .filter(value -> !value.isBlank() && value.codePointCount(0, value.length()) <= most)
                .filter(value -> value.codePoints().noneMatch(Fields::isHidden))
                .orElseThrow(() -> Refusal.invalid(name + " has 1 to " + most + " printable characters."));
    }

    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** Returns an amount that can be paid. */
    public static Amount amount(@Nullable AmountField amount) {
        if (amount == null || amount.minor() == null || amount.currency() == null) {
            throw Refusal.invalid("amount has minor and currency.");
        }
        try {
            return new Amount(amount.minor(), amount.currency());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("amount has a currency of ISO 4217 and 1 to " + Amount.MOST_MINOR + " minor units.");
        }
    }

    /** Returns an address of http or https with a host and without a password. */
    public static URI address(String name, @Nullable String text) {
        return Optional.ofNullable(text)
                .filter(value -> value.length() <= MOST_ADDRESS)
                .flatMap(Fields::parsed)
                .filter(Fields::isWeb)
                .orElseThrow(() -> Refusal.invalid(
                        name + " is an http or https address of at most " + MOST_ADDRESS + " characters."));
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isWeb(URI address) {
        var scheme = address.getScheme();
        return ("http".equals(scheme) || "https".equals(scheme))
                && address.getHost() != null
                && HOSTS.matcher(address.getHost()).matches()
                && address.getPort() <= 65_535
                && address.getPort() != 0
                && address.getUserInfo() == null
                && address.getFragment() == null;
    }
}
