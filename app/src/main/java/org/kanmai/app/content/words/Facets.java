package org.kanmai.app.content.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Code;

/** Where a work plays, how it tells, and whom it is for; each may be left open. */
public record Facets(
        @Nullable Scene scene,
        @Nullable Style style,
        @Nullable Crowd crowd) {
    /** All left open. */
    public static final Facets NONE = new Facets(null, null, null);

    private static final Set<String> NAMES = Stream.of(
                    names("scene:", Scene.values()), names("style:", Style.values()), names("crowd:", Crowd.values()))
            .flatMap(each -> each)
            .collect(Collectors.toUnmodifiableSet());

    /** Reads codes; refuses unknown ones, and takes an empty one as left open. */
    public static Facets parse(@Nullable String scene, @Nullable String style, @Nullable String crowd) {
        return new Facets(
                code("scene", Scene.class, scene),
                code("style", Style.class, style),
                code("crowd", Crowd.class, crowd));
    }

    /** Returns whether a tag names a facet that a work can have. */
    public static boolean names(String tag) {
        return NAMES.contains(tag);
    }

    /** Returns the tags of a work: hashtags in lower case, then facets as {@code scene:kitchen}. */
    public List<String> tags(List<String> hashtags) {
        var tags = new ArrayList<String>();
        hashtags.forEach(hashtag -> tags.add(hashtag.toLowerCase(Locale.ROOT)));
        add(tags, "scene:", scene);
        add(tags, "style:", style);
        add(tags, "crowd:", crowd);
        return List.copyOf(tags);
    }

    private static Stream<String> names(String facet, Code... codes) {
        return Stream.of(codes).map(code -> facet + code.code());
    }

    private static void add(List<String> tags, String facet, @Nullable Code code) {
        if (code != null) {
            tags.add(facet + code.code());
        }
    }

    private static <E extends Enum<E> & Code> @Nullable E code(String field, Class<E> type, @Nullable String code) {
        if (code == null || code.isEmpty()) {
            return null;
        }
        try {
            return Code.parse(type, code);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid(field, "is none of those known");
        }
    }

    /** Where a work plays. */
    public enum Scene implements Code {
        HOME,
        KITCHEN,
        STREET,
        FARM,
        WORKSHOP,
        STUDIO,
        STORE,
        NATURE,
        TRAVEL,
        LIVE
    }

    /** How a work tells. */
    public enum Style implements Code {
        STORY,
        SCIENCE,
        VLOG,
        REVIEW,
        HUMOUR,
        EMOTION,
        TUTORIAL,
        SHOWCASE
    }

    /** Whom a work is for. */
    public enum Crowd implements Code {
        EVERYONE,
        YOUTH,
        PARENTS,
        ELDERS,
        STUDENTS,
        PROFESSIONALS,
        BEAUTY,
        TECH,
        FOODIES,
        RURAL
    }
}
