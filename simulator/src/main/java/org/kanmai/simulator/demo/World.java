package org.kanmai.simulator.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.kanmai.simulator.scenes.Script;
import org.kanmai.simulator.scenes.drawing.Look;
import org.kanmai.simulator.scenes.drawing.Manner;
import org.kanmai.simulator.scenes.plots.Cast;
import org.kanmai.simulator.scenes.plots.Plots;
import org.kanmai.simulator.scenes.settings.Setting;
import org.kanmai.simulator.scenes.sound.Music;
import tools.jackson.databind.json.JsonMapper;

/** A demo world as it follows from a seed: its creators, and their works in the order in which they appear. */
public record World(long seed, List<Creator> creators, List<Work> works, List<String> passersby, List<String> replies) {

    /** Someone who makes works. */
    public record Creator(String handle, String name, String bio, String portrait, Look look) {}

    /** A work: its words, its facets, its film, and what people say under it with the creator's answer to the first of them. */
    public record Work(
            Creator creator,
            String title,
            String description,
            List<String> hashtags,
            String scene,
            String style,
            String crowd,
            Script script,
            List<String> talk,
            String reply) {}

    public World {
        creators = List.copyOf(creators);
        works = List.copyOf(works);
        passersby = List.copyOf(passersby);
        replies = List.copyOf(replies);
    }

    /** The whole world of a seed: every creator, every work. */
    public static World of(long seed) {
        return of(seed, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** A world of a seed with at most so many creators and works; the first works are all by different creators. */
    public static World of(long seed, int mostCreators, int mostWorks) {
        var pages = read();
        var random = new SplittableRandom(seed);
        var order = shuffled(pages.creators(), random)
                .subList(0, Math.min(mostCreators, pages.creators().size()));
        var creators = order.stream().map(World::creator).toList();
        var works = new ArrayList<Work>();
        var most = order.stream().mapToInt(page -> page.works().size()).max().orElse(0);
        for (var round = 0; round < most; round++) {
            for (var i = 0; i < order.size(); i++) {
                if (round < order.get(i).works().size()) {
                    works.add(work(order.get(i), creators.get(i), round, seed));
                }
            }
        }
        return new World(
                seed,
                creators,
                works.subList(0, Math.min(mostWorks, works.size())),
                pages.passersby(),
                pages.replies());
    }

    static <T> List<T> shuffled(List<T> list, SplittableRandom random) {
        var result = new ArrayList<>(list);
        for (var i = result.size() - 1; i > 0; i--) {
            var other = random.nextInt(i + 1);
            var held = result.get(i);
            result.set(i, result.get(other));
            result.set(other, held);
        }
        return result;
    }

    private static Pages read() {
        try (var in = World.class.getResourceAsStream("world.json")) {
            if (in == null) {
                throw new IllegalStateException("world.json is not on the class path");
            }
            return JsonMapper.shared().readValue(in, Pages.class);
        } catch (IOException failure) {
            throw new UncheckedIOException("world.json cannot be read", failure);
        }
    }

    private static Creator creator(CreatorPage page) {
        var look = Look.of(
                Manner.valueOf(page.look().manner()),
                page.look().seal(),
                page.look().colours().toArray(String[]::new));
        return new Creator(page.handle(), page.name(), page.bio(), page.portrait(), look);
    }

    private static Work work(CreatorPage page, Creator creator, int place, long seed) {
        var words = page.works().get(place);
        var own = seed * 1_000_003 + words.title().hashCode();
        var look = words.tones() == null ? creator.look() : creator.look().toned(words.tones());
        var notes = Optional.ofNullable(words.notes()).orElse(List.of());
        var cast = new Cast(words.cast(), notes, fen(words.oldFen()), fen(words.newFen()), own);
        var script = new Script(
                own,
                Setting.valueOf(Optional.ofNullable(words.setting()).orElse(page.setting())),
                Plots.valueOf(words.plot()),
                look,
                Music.valueOf(page.music()),
                words.captions(),
                cast);
        return new Work(
                creator,
                words.title(),
                words.description(),
                words.hashtags(),
                page.scene(),
                words.style(),
                page.crowd(),
                script,
                words.talk(),
                words.reply());
    }

    private static long fen(@Nullable Long amount) {
        return amount == null ? 0 : amount;
    }

    private record Pages(List<CreatorPage> creators, List<String> passersby, List<String> replies) {}

    private record LookPage(String manner, String seal, List<String> colours) {}

    private record CreatorPage(
            String handle,
            String name,
            String bio,
            String portrait,
            LookPage look,
            String setting,
            String music,
            String scene,
            String crowd,
            List<WorkPage> works) {}

    private record WorkPage(
            String title,
            String description,
            List<String> hashtags,
            String style,
            @Nullable String setting,
            @Nullable List<String> tones,
            String plot,
            List<String> cast,
            @Nullable List<String> notes,
            @Nullable Long oldFen,
            @Nullable Long newFen,

            List<String> captions,
            List<String> talk,
            String reply) {}
}
