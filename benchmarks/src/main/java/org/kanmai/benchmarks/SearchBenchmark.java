package org.kanmai.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.kanmai.benchmarks.http.Caller;
import org.kanmai.benchmarks.http.Connection;
import org.kanmai.benchmarks.load.Load;
import org.kanmai.benchmarks.server.Database;
import org.kanmai.benchmarks.server.ProcessTree;

/** Searches among 100,000 products of 100 shops, most of which share their words. */
final class SearchBenchmark implements Benchmark {
    private static final int PRODUCTS = Integer.getInteger("products", 100_000);
    private static final int CONNECTIONS = 32;
    private static final int SATURATING = 8;
    private static final int BARRED_RATE = 50;
    private static final double BAR = 50;
    private static final double INDEXING_BAR = 60;
    private static final Duration PHASE = Duration.ofSeconds(15);
    /** A server that has just started compiles for a minute or two what it runs. */
    private static final Duration WARMING = Duration.ofSeconds(75);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long LOOK_NANOS = 200_000_000;
    private static final String END = "终点石";
    private static final List<String> KINDS = List.of(
            "手机壳", "螺蛳粉", "保温杯", "运动鞋", "连衣裙", "防晒霜", "电饭煲", "蓝牙耳机", "羽绒服", "猫粮", "积木", "坚果", "绿茶", "口红", "台灯", "雨伞",
            "枕头", "牛仔裤", "数据线", "盆栽");
    private static final List<String> KNOWN_FOR = List.of(
            "纯棉", "透气", "防水", "正宗", "大容量", "儿童", "男士", "女款", "夏季", "加厚", "便携", "智能", "无线", "复古", "法式", "手工", "进口", "新款",
            "家用", "礼盒");

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Table run(Stage stage) {
        var table = new Table("search: pages of 20 among %,d products of 100 shops".formatted(PRODUCTS));
        try (var database = Database.of(stage.kanmai().data())) {
            Stage.say("writing " + PRODUCTS + " products");
            write(database);
            table.below(
                    "until the last of them is found",
                    INDEXING_BAR,
                    "s",
                    untilFound(stage).toMillis() / 1e3);
            table.note(
                    "size of the index", Table.number(size(stage.kanmai().data().resolve("search")) / 1e6) + " MB");
            load(table, stage);
        }
        return table;
    }

    private static void write(Database database) {
        database.run("""
                begin;
                insert into catalog.shop (id, owner, name, about, state, opened_at)
                select n, null, '铺子' || n, '', 'open', now() from generate_series(1, 100) n;
                insert into governance.subject (kind, id, owner, state, changed_at)
                select 'product', 1000 + n, null, 'approved', now() from generate_series(1, %1$d) n;
                insert into catalog.product (id, shop, title, description, options, state, made_at, changed_at)
                select 1000 + n, 1 + n %% 100,
                       case when n = %1$d then '%2$s'
                            else (%3$s)[1 + n / 20 %% 20] || (%3$s)[1 + n / 400 %% 20] || (%4$s)[1 + n %% 20]
                                 || (%3$s)[1 + n / 8000 %% 20] || n end,
                       '七天无理由退换，' || (%3$s)[1 + n / 37 %% 20], '{}', 'listed', now(), now()
                  from generate_series(1, %1$d) n;
                insert into catalog.sku (id, product, place, options, code, minor, currency)
                select 1000 + n, 1000 + n, 0, '{}', '', 500 + n * 7919 %% 100000, 'CNY' from generate_series(1, %1$d) n;
                insert into catalog.stock (sku, free) select 1000 + n, n %% 9 from generate_series(1, %1$d) n;
                commit
                """.formatted(PRODUCTS, END, array(KNOWN_FOR), array(KINDS)));
    }

    private static String array(List<String> words) {
        return "array['" + String.join("','", words) + "']";
    }

    private static Duration untilFound(Stage stage) {
        long begin = System.nanoTime();
        var asking = new Caller();
        while (!asking.get(stage.connection(), path(END)).text().contains(END)) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("not indexed within " + PATIENCE);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static String path(String question) {
        return "/api/search/products?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
    }

    private static long size(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(SearchBenchmark::bytes)
                    .sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A file that was merged away meanwhile has no size. */
    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static void load(Table table, Stage stage) {
        var load = new Load(stage.kanmai().port(), CONNECTIONS);
        Stage.say("warming up");
        new Load(stage.kanmai().port(), SATURATING).closed(Integer.MAX_VALUE, WARMING, SearchBenchmark::search);
        for (int rate : List.of(BARRED_RATE, 2 * BARRED_RATE)) {
            Stage.say(rate + " searches/s");
            var outcome = load.open(rate, PHASE, SearchBenchmark::search);
            var what = "over HTTP at " + rate + " searches/s";
            if (rate == BARRED_RATE) {
                table.below(what + ", p99", BAR, "ms", outcome.latencies().millis(0.99));
            }
            table.note(what, outcome.latencies().summary() + "; failed: " + outcome.failed());
        }
        saturate(table, stage);
    }

    private static void saturate(Table table, Stage stage) {
        Stage.say("as many searches as are answered");
        var server = new ProcessTree(stage.kanmai().process());
        var cpu = server.cpu();
        var outcome =
                new Load(stage.kanmai().port(), SATURATING).closed(Integer.MAX_VALUE, PHASE, SearchBenchmark::search);
        table.note(
                "at saturation, " + SATURATING + " connections",
                Table.number(outcome.perSecond()) + " searches/s; "
                        + outcome.latencies().summary());
        table.note(
                "CPU of the server and its engines",
                Table.number(server.cpu().minus(cpu).toNanos()
                                / 1e6
                                / Math.max(1, outcome.latencies().count()))
                        + " ms a search");
    }

    /** One kind, often with what it is known for; some narrowed or in another order. */
    private static boolean search(Connection connection, int number, long due) {
        var chance = new SplittableRandom(number);
        var question = KINDS.get(chance.nextInt(KINDS.size()));
        if (chance.nextInt(3) > 0) {
            question = KNOWN_FOR.get(chance.nextInt(KNOWN_FOR.size())) + question;
        }
        var more = switch (chance.nextInt(4)) {
            case 0 -> "&inStock=true&maxPrice=5000";
            case 1 -> "&sort=price-up";
            default -> "";
        };
        return new Caller().get(connection, path(question) + more).good();
    }
}
