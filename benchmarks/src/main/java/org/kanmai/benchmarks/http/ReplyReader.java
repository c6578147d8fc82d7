package org.kanmai.benchmarks.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Reads one HTTP/1.1 answer from a stream. */
final class ReplyReader {
    private final InputStream in;
    private final List<String> cookies = new ArrayList<>();
    private int length;
    private boolean chunked;
    private boolean compressed;
    private boolean last;

    ReplyReader(InputStream in) {
        this.in = in;
    }

    Reply read() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        for (var header = line(); !header.isEmpty(); header = line()) {
            header(header);
        }
        var body = chunked ? chunks() : exactly(length);
        return new Reply(status, cookies, compressed ? plain(body) : body);
    }

    /** Returns whether the server closes the connection after this answer. */
    boolean last() {
        return last;
    }

    private void header(String header) {
        int colon = header.indexOf(':');
        var value = header.substring(colon + 1).strip();
        switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "content-length" -> length = Integer.parseInt(value);
            case "transfer-encoding" -> chunked = value.equals("chunked");
            case "content-encoding" -> compressed = value.equals("gzip");
            case "connection" -> last = value.equals("close");
            case "set-cookie" -> cookies.add(value);
            default -> {}
        }
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream(8192);
        for (int size = size(); size > 0; size = size()) {
            body.write(exactly(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] exactly(int size) throws IOException {
        var bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the answer ended after " + bytes.length + " of " + size + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(128);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII).stripTrailing();
    }

    private static byte[] plain(byte[] compressed) throws IOException {
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return unzipped.readAllBytes();
        }
    }
}
