package org.kanmai.app.identity;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of handles. */
public final class Handles {
    private static final Pattern FORM = Pattern.compile("[a-z0-9_]{3,24}");
    private static final Set<String> RESERVED = Set.of(
            "about",
            "account",
            "accounts",
            "admin",
            "administrator",
            "anonymous",
            "api",
            "assets",
            "auditor",
            "avatars",
            "billing",
            "feed",
            "following",
            "help",
            "kanmai",
            "legal",
            "live",
            "login",
            "logout",
            "mail",
            "media",
            "moderator",
            "null",
            "official",
            "operator",
            "operators",
            "privacy",
            "root",
            "search",
            "security",
            "settings",
            "shop",
            "sign_in",
            "sign_up",
            "signin",
            "signup",
            "staff",
            "status",
            "suggested",
            "support",
            "system",
            "team",
            "terms",
            "topics",
            "undefined",
            "upload",
            "webmaster",
            "welcome",
            "works",
            "www");

    private Handles() {}

    /** Returns why a new account can't have a handle; null when it can. */
    public static @Nullable String fault(@Nullable String handle) {
        if (handle == null || !FORM.matcher(handle).matches()) {
            return "must be 3-24 letters a-z, digits or underscores";
        }
        boolean reserved = RESERVED.contains(handle) || handle.startsWith("kanmai_") || handle.startsWith("official_");
        return reserved ? "is kept for the site" : null;
    }

    /** Returns a handle as people type it in the form in which it is kept; what can't be one is the empty string. */
    public static String plain(String typed) {
        var handle = typed.strip().toLowerCase(Locale.ROOT);
        var bare = handle.startsWith("@") ? handle.substring(1) : handle;
        return FORM.matcher(bare).matches() ? bare : "";
    }
}
