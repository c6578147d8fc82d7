package org.kanmai.app.live.encoding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.rtmp.Pushed;
import org.kanmai.app.media.ffmpeg.Ffmpeg;
import org.kanmai.facts.Binary;

/** A push on its way into an encoder: it is looked at first, then everything goes in from its first message on. */
public final class FlvFeed implements Pushed {
    private static final int MOST_HELD = 32 << 20;

    private final Ffmpeg ffmpeg;
    private final String encoder;
    private final Outlet outlet;
    private final Survey survey = new Survey();
    private final List<Tag> held = new ArrayList<>();
    private int heldBytes;
    private @Nullable Running running;

    /** Takes which ffmpeg, which of its encoders of H.264, and where fragments go. */
    public FlvFeed(Ffmpeg ffmpeg, String encoder, Outlet outlet) {
        this.ffmpeg = ffmpeg;
        this.encoder = encoder;
        this.outlet = outlet;
    }

    private record Tag(Medium medium, int at, Binary content) {}

    private record Running(LiveEncoder encoder, FlvWriter writer) {}

    @Override
    public void take(Medium medium, int at, Binary content) throws IOException {
        if (running != null) {
            running.writer.tag(medium, at, content);
            return;
        }
        held.add(new Tag(medium, at, content));
        heldBytes += content.bytes().length;
        if (heldBytes > MOST_HELD) {
            throw new IOException("much came, and no picture that can be shown");
        }
        var plan = survey.look(medium, at, content);
        if (plan.isPresent()) {
            start(plan.get());
        }
    }

    private void start(Plan plan) throws IOException {
        var started = LiveEncoder.start(ffmpeg, plan, encoder, outlet);
        var writer = new FlvWriter(started.input());
        running = new Running(started, writer);
        writer.begin();
        for (var tag : held) {
            writer.tag(tag.medium, tag.at, tag.content);
        }
        held.clear();
    }

    @Override
    public void over() {
        if (running == null) {
            outlet.over();
        } else {
            running.encoder.close();
        }
    }
}
