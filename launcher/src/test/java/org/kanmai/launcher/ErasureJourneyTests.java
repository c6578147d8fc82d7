package org.kanmai.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.Measure;
import org.kanmai.ranking.WorkCounters;
import org.slf4j.LoggerFactory;

/** Everything runs; Anna watches, likes, says something, and goes; then nothing that is kept leads from her facts to her. */
@Tag("GV-07")
@Tag("deep")
@SuppressWarnings("NullAway.Init") // each is set when the part that it belongs to has started
class ErasureJourneyTests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PHONE = "13912345678";
    private static final String WORDS = "this tea is from my own village";

    @TempDir
    static Path data;

    private Product product;

    @Test
    void nothingThatIsKeptLeadsFromAPersonsFactsToThePerson() throws Exception {
        logAsInProduction();
        try (var started = Product.start(Kind.REAL, data, Map.of())) {
            product = started;
            live();
        } finally {
            logAsInTests();
        }
    }

    private void live() throws Exception {
        var work = publishedWork();
        var anna = product.signedUp("anna_of_the_village");
        long person = product.number("select id from identity.person where handle = 'anna_of_the_village'");
        anna.call("PUT", "/api/me/consents/behaviour", "{\"given\": true}", "");
        long pseudonym = product.number(
                "select pseudonym from identity.pseudonym where ended_at is null and person = " + person);
        anna.call("PUT", "/api/me/phone", "{\"phone\": \"" + PHONE + "\"}", "");
        var page = anna.call("GET", "/api/feed?count=6", "", "");
        var token = found(page, "\"token\":\"([^\"]+)\"");
        anna.call("POST", "/api/facts", """
                {"facts": [{"kind": "exposed", "token": "%s"}]}""".formatted(token), "");
        anna.call("PUT", "/api/works/" + work + "/like", "", token);
        anna.call("PUT", "/api/people/chen/follow", "", token);
        var comment = found(
                anna.call("POST", "/api/works/" + work + "/comments", "{\"text\": \"" + WORDS + "\"}", token),
                "\"id\":\"([0-9]+)\"");
        var client = RedisClient.create(product.engines().redisUrl());
        var redis = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE))
                .sync();
        await().atMost(PATIENCE).until(() -> redis.get("viewer:" + pseudonym + ":interests") != null);
        await().atMost(PATIENCE).until(() -> count(redis, work, Measure.LIKED) == 1);
        assertThat(redis.get("seen:" + pseudonym) != null || product.number("select count(*) from river.seen") == 1)
                .isTrue();

        anna.call("DELETE", "/api/me", "{\"password\": \"" + Product.PASSWORD + "\"}", "");

        await().atMost(PATIENCE).until(() -> keys(redis, pseudonym).isEmpty());
        replayed(pseudonym);
        await().atMost(PATIENCE).until(() -> count(redis, work, Measure.SHARED) == 1);
        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> keys(redis, pseudonym).isEmpty());

        for (var record : records()) {
            var json = new String(record.value(), StandardCharsets.UTF_8);
            assertThat(json).doesNotContain("\"" + person + "\"", "\"" + comment + "\"", "anna_of", PHONE, WORDS);
        }
        assertThat(tablesHolding(Long.toString(person)))
                .as("the number without a name")
                .containsExactly("identity.person");
        assertThat(tablesHolding(Long.toString(pseudonym))).isEmpty();
        assertThat(tablesHolding("anna_of_the_village")).isEmpty();
        assertThat(tablesHolding(WORDS)).isEmpty();
        assertThat(logs())
                .doesNotContain(
                        "anna_of_the_village",
                        PHONE,
                        WORDS,
                        Long.toString(person),
                        token,
                        anna.cookie("kanmai_session"));
        assertThat(logs()).as("the logs that are looked at").contains("INFO");

        assertThat(product.number("select coalesce(sum(likes), 0) from conversation.stripe"))
                .isEqualTo(product.number("select count(*) from conversation.reaction where kind = 'like'"));
        assertThat(count(redis, work, Measure.LIKED)).as("as the log has it").isEqualTo(1);
        assertThat(count(redis, work, Measure.EXPOSED)).isEqualTo(1);
        client.shutdown();
    }

    /** Chen's film, its transcoding left out, approved by Olga. */
    private WorkId publishedWork() throws Exception {
        product.signedUp("chen");
        product.signedUp("olga");
        long chen = product.number("select id from identity.person where handle = 'chen'");
        product.makeOperator("olga");
        product.film(7, chen);
        var made = product.signedIn("chen").call("POST", "/api/works", """
                {"upload": "7", "title": "Tea", "hashtags": ["tea"]}""", "");
        var work = found(made, "\"id\":\"([0-9]+)\"");
        long review = product.number("select max(id) from governance.review where subject = " + work);
        product.signedIn("olga").call("POST", "/api/reviews/" + review + "/decision", "{\"approve\": true}", "");
        await().atMost(PATIENCE)
                .until(() -> product.signedIn("olga")
                        .call("GET", "/api/feed", "", "")
                        .contains("Tea"));
        return WorkId.parse(work);
    }

    /** Brings what was told under a pseudonym once more, later than its end, and then something new under it. */
    private void replayed(long pseudonym) throws Exception {
        var settings =
                Map.<String, Object>of("bootstrap.servers", product.engines().kafkaBootstrap());
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] last = {};
            for (var record : records()) {
                var json = new String(record.value(), StandardCharsets.UTF_8);
                if (record.topic().equals("viewer") && told(json, pseudonym)) {
                    producer.send(new ProducerRecord<>("viewer", record.key(), record.value()))
                            .get();
                    last = json.contains("\"kind\":\"engaged\"") && json.contains("\"liked\"") ? record.value() : last;
                }
            }
            var key =
                    java.nio.ByteBuffer.allocate(Long.BYTES).putLong(pseudonym).array();
            var shared = new String(last, StandardCharsets.UTF_8)
                    .replace("\"engaged\"", "\"shared\"")
                    .replaceAll("\"creator\":.*", "\"channel\":\"copy\"}")
                    .replaceFirst("\"id\":\"[0-9]+\"", "\"id\":\"5\"");
            producer.send(new ProducerRecord<>("viewer", key, shared.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static boolean told(String json, long pseudonym) {
        return json.contains("\"" + pseudonym + "\"") && !json.contains("pseudonym-retired");
    }

    private List<ConsumerRecord<byte[], byte[]>> records() {
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        var settings =
                Map.<String, Object>of("bootstrap.servers", product.engines().kafkaBootstrap());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = List.of("viewer", "work").stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
            }
        }
        return found;
    }

    private static List<String> keys(RedisCommands<String, byte[]> redis, long pseudonym) {
        return redis.keys("*" + pseudonym + "*");
    }

    private static long count(RedisCommands<String, byte[]> redis, WorkId work, Measure measure) {
        byte[] bytes = redis.get(WorkCounters.key(work));
        if (bytes == null) {
            return 0;
        }
        var counters = WorkCounters.parse(bytes);
        return counters.rated().of(measure) + counters.apart().of(measure);
    }

    private static String logs() throws IOException {
        try (var files = Files.walk(data.resolve("logs"))) {
            var text = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return text.toString();
        }
    }

    private List<String> tablesHolding(String text) throws SQLException {
        var holding = new ArrayList<String>();
        for (var table : product.texts("""
                select table_schema || '.' || table_name from information_schema.tables
                where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'""")) {
            var found = product.texts("select '" + table + "' from " + table + " as row where position('" + text
                    + "' in row::text) > 0 limit 1");
            holding.addAll(found);
        }
        return holding;
    }

    private static String found(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static void logAsInProduction() throws Exception {
        System.setProperty("kanmai.logs", data.resolve("logs").toString());
        configure("/logback.xml");
    }

    private static void logAsInTests() throws Exception {
        configure("/logback-test.xml");
    }

    private static void configure(String file) throws Exception {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(ErasureJourneyTests.class.getResource(file));
    }
}
