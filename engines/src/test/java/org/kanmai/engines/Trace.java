package org.kanmai.engines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes one word to each of the three engines and reads all words back from each. */
record Trace(EngineAddresses addresses) {
    private static final Duration POLL = Duration.ofMillis(100);

    void write(String word) throws Exception {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists trace (word text)");
            statement.execute("insert into trace values ('" + word + "')");
        }
        redis(List.of("SADD", "trace", word));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", addresses.kafkaBootstrap(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("viewer", word, word)).get();
        }
    }

    Set<String> inPostgresql() throws SQLException {
        var words = new TreeSet<String>();
        try (var connection = connect();
                var rows = connection.createStatement().executeQuery("select word from trace")) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }

    Set<String> inRedis() throws IOException {
        return new TreeSet<>(redis(List.of("SMEMBERS", "trace")));
    }

    Set<String> inKafka() {
        var partitions = IntStream.range(0, 16)
                .mapToObj(partition -> new TopicPartition("viewer", partition))
                .collect(Collectors.toSet());
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", addresses.kafkaBootstrap()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var words = new TreeSet<String>();
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(POLL).forEach(record -> words.add(record.value()));
            }
            return words;
        }
    }

    private java.sql.Connection connect() throws SQLException {
        var postgresql = addresses.postgresql();
        return DriverManager.getConnection(postgresql.jdbcUrl(), postgresql.user(), postgresql.password());
    }

    private List<String> redis(List<String> words) throws IOException {
        var uri = URI.create(addresses.redisUrl());
        var password = uri.getUserInfo().substring(1);
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            var text = "AUTH " + password + "\r\n" + String.join(" ", words) + "\r\nQUIT\r\n";
            socket.getOutputStream().write(text.getBytes(UTF_8));
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            return lines.lines()
                    .filter(line -> !"+*$:".contains(line.substring(0, 1)))
                    .toList();
        }
    }
}
