package org.kanmai.app.live.rtmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Binary;

/** Chunks become messages again; what is no RTMP is refused, and nothing hostile takes memory or hangs. */
class ChunkReaderTests {
    private static ChunkReader reader(byte[] bytes) {
        return new ChunkReader(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static byte[] hex(String text) {
        return java.util.HexFormat.of().parseHex(text.replace(" ", ""));
    }

    @Test
    void whatTheWriterSaysTheReaderHears() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = new ChunkWriter(bytes);
        writer.chunkSize();
        writer.window(77);
        writer.command(1, "onStatus", 0, Map.of(), Map.of("code", "NetStream.Publish.Start"));
        var reader = reader(bytes.toByteArray());
        assertThat(reader.next().type()).isEqualTo(Message.CHUNK_SIZE);
        assertThat(reader.next()).isEqualTo(new Message(Message.WINDOW, 0, 0, Binary.of(hex("0000004d"))));
        var command = reader.next();
        assertThat(command.stream()).isOne();
        assertThat(Amf.read(command.content()))
                .isEqualTo(List.of("onStatus", 0.0, Map.of(), Map.of("code", "NetStream.Publish.Start")));
    }

    @Test
    void twoMessagesThatComeInTurnsArePutTogetherAndTimesAddUp() throws IOException {
        var long200 = "aa".repeat(128);
        var reader = reader(hex("04 000010 0000c8 09 01000000" + long200
                + "05 000011 000002 08 01000000 bbbb"
                + "c4" + "aa".repeat(72)
                + "45 000020 000001 08 cc"
                + "85 000005 dd"
                + "c5 ee"));
        assertThat(reader.next()).isEqualTo(new Message(8, 1, 17, Binary.of(hex("bbbb"))));
        var video = reader.next();
        assertThat(video.at()).isEqualTo(16);
        assertThat(video.content().bytes()).hasSize(200).containsOnly(0xaa);
        assertThat(reader.next().at()).isEqualTo(49);
        assertThat(reader.next().at()).isEqualTo(54);
        assertThat(reader.next()).isEqualTo(new Message(8, 1, 59, Binary.of(hex("ee"))));
    }

    @Test
    void timesBeyondThreeBytesStandBehindTheHeader() throws IOException {
        var reader = reader(hex("04 ffffff 000001 09 01000000 01000000 aa"));
        assertThat(reader.next().at()).isEqualTo(1 << 24);
    }

    @Test
    void hugeMessagesAndChunksAreRefusedBeforeTheyTakeMemory() {
        assertThatThrownBy(() -> reader(hex("04 000000 ffffff 09 01000000")).next())
                .isInstanceOf(BadPush.class);
        assertThatThrownBy(() ->
                        reader(hex("02 000000 000004 01 00000000 7fffffff")).next())
                .isInstanceOf(BadPush.class);
        assertThatThrownBy(() ->
                        reader(hex("02 000000 000004 01 00000000 00000000")).next())
                .isInstanceOf(BadPush.class);
    }

    @Test
    void noiseEndsInARefusal() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            assertThatThrownBy(() -> {
                        var reader = reader(noise);
                        for (int messages = 0; messages <= noise.length; messages++) {
                            Amf.read(reader.next().content());
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }
}
