package org.kanmai.launcher.journeys;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** A look at a page as it is told to those who don't see it: by Chromium's own accessibility tree. */
final class Look {
    private static final Set<String> CONTROLS = Set.of(
            "button",
            "checkbox",
            "combobox",
            "dialog",
            "link",
            "menuitem",
            "radio",
            "searchbox",
            "slider",
            "spinbutton",
            "switch",
            "tab",
            "textbox");

    /** The key of a word, a place for a value that nothing fills, or a value that is none. */
    private static final Pattern UNSAID = Pattern.compile(
            "^[a-z]+(-[a-z]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+$|\\{\\w+}|\\bundefined\\b|\\bNaN\\b|\\[object ");

    private final Visit visit;
    private final CDPSession wire;

    Look(Visit visit) {
        this.visit = visit;
        this.wire = visit.context().newCDPSession(visit.page());
    }

    /** Returns what is wrong with the page: controls without a name, words that are none, a page wider than its window. */
    List<String> faults() {
        var faults = new ArrayList<>(visit.complaints());
        var tree = wire.send("Accessibility.getFullAXTree").getAsJsonArray("nodes");
        StreamSupport.stream(tree.spliterator(), false)
                .map(node -> node.getAsJsonObject())
                .filter(node -> !node.get("ignored").getAsBoolean())
                .forEach(node -> judge(value(node, "role"), value(node, "name"), faults));
        if ((boolean) visit.page().evaluate("document.documentElement.scrollWidth > innerWidth")) {
            faults.add("wider than the window");
        }
        return faults;
    }

    private static void judge(String role, String name, List<String> faults) {
        if (CONTROLS.contains(role) && name.isBlank()) {
            faults.add("a " + role + " without a name");
        }
        if (UNSAID.matcher(name).find()) {
            faults.add("a " + role + " says " + name);
        }
    }

    private static String value(JsonObject node, String member) {
        var held = node.getAsJsonObject(member);
        return held == null || !held.has("value") ? "" : held.get("value").getAsString();
    }
}
