package org.kanmai.streams.viewers;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.kanmai.facts.ConsentChanged;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.PseudonymRetired;
import org.kanmai.facts.Purpose;
import org.kanmai.facts.Served;
import org.kanmai.facts.Watched;
import org.kanmai.ranking.LikedWorks;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.ViewerInterests;
import org.kanmai.ranking.WorkCounters;
import org.kanmai.streams.log.Remembered;
import org.kanmai.streams.log.Ttl;
import org.kanmai.streams.redis.RedisWrite;

/**
 * Learns what a viewer likes, while the viewer consents; forgets it at once when the consent or the pseudonym ends, and
 * then drops what comes late.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
final class LearnInterests extends KeyedProcessFunction<Long, Labelled, RedisWrite> {
    /** A consent of which no use was made for so long has to be given again. */
    private static final Duration CONSENT_KEPT = Duration.ofDays(400);

    private static final Duration TOMBSTONE = Duration.ofDays(60);

    private transient ValueState<byte[]> interests;
    private transient ValueState<byte[]> watches;
    private transient ValueState<byte[]> liked;
    private transient Remembered remembered;
    private transient ValueState<Consent> consent;
    private transient ValueState<Boolean> retired;
    private transient Waiting waiting;

    @Override
    public void open(OpenContext context) {
        interests = bytes("interests", ViewerInterests.KEPT);
        watches = bytes("watches", RecentWatches.KEPT);
        liked = bytes("liked", LikedWorks.KEPT);
        remembered = new Remembered(getRuntimeContext(), "remembered", WorkCounters.REMEMBERED);
        var answer = new ValueStateDescriptor<>("consent", TypeInformation.of(Consent.class));
        answer.enableTimeToLive(Ttl.sinceUse(CONSENT_KEPT));
        consent = getRuntimeContext().getState(answer);
        var tombstone = new ValueStateDescriptor<>("retired", Types.BOOLEAN);
        tombstone.enableTimeToLive(Ttl.sinceWrite(TOMBSTONE));
        retired = getRuntimeContext().getState(tombstone);
        waiting = new Waiting(getRuntimeContext());
    }

    private ValueState<byte[]> bytes(String name, Duration kept) {
        var descriptor = new ValueStateDescriptor<>(name, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
        descriptor.enableTimeToLive(Ttl.sinceWrite(kept));
        return getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(Labelled labelled, Context context, Collector<RedisWrite> out) throws Exception {
        if (retired.value() != null) {
            return;
        }
        var fact = labelled.read().orElse(null);
        if (fact instanceof PseudonymRetired gone) {
            retire(gone.pseudonym(), out);
        } else if (fact instanceof ConsentChanged changed && changed.purpose() == Purpose.BEHAVIOUR) {
            answer(changed, context, out);
        } else if (fact instanceof Served page && consent.value() == null) {
            consent.update(Consent.of(page));
        } else if (fact instanceof Fact.OfSubject about) {
            learnOrWait(about, labelled, context, out);
        }
    }

    /** A fact can overtake the consent that covers it: they come by different ways. */
    private void learnOrWait(Fact.OfSubject fact, Labelled labelled, Context context, Collector<RedisWrite> out)
            throws Exception {
        var answer = consent.value();
        if (answer == null) {
            waiting.add(labelled, context.timerService());
        } else if (answer.covers(fact)) {
            learn(fact, labelled.labels(), context, out);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<RedisWrite> out) throws Exception {
        waiting.release();
    }

    private void retire(Pseudonym viewer, Collector<RedisWrite> out) throws Exception {
        forget(viewer, out);
        consent.clear();
        retired.update(true);
    }

    private void answer(ConsentChanged changed, Context context, Collector<RedisWrite> out) throws Exception {
        var answer = Consent.of(changed);
        if (!answer.isAfter(consent())) {
            return;
        }
        consent.update(answer);
        if (!answer.given()) {
            forget(changed.pseudonym(), out);
            return;
        }
        for (Labelled early : waiting.release()) {
            if (early.read().orElse(null) instanceof Fact.OfSubject fact && answer.covers(fact)) {
                learn(fact, early.labels(), context, out);
            }
        }
    }

    private void forget(Pseudonym viewer, Collector<RedisWrite> out) throws Exception {
        waiting.release();
        interests.clear();
        watches.clear();
        liked.clear();
        remembered.clear();
        out.collect(RedisWrite.delete(ViewerInterests.key(viewer)));
        out.collect(RedisWrite.delete(RecentWatches.key(viewer)));
        out.collect(RedisWrite.delete(LikedWorks.key(viewer)));
    }

    private Consent consent() throws Exception {
        var answer = consent.value();
        return answer == null ? Consent.NEVER_ASKED : answer;
    }

    private void learn(Fact.OfSubject fact, Labels labels, Context context, Collector<RedisWrite> out)
            throws Exception {
        learnInterests(fact, labels, context.timerService().currentProcessingTime(), out);
        if (fact instanceof Watched watched) {
            learnWatch(watched, out);
        }
        learnLiked(fact, context, out);
    }

    private void learnInterests(Fact.OfSubject fact, Labels labels, long nowMillis, Collector<RedisWrite> out)
            throws Exception {
        long key = ViewerInterests.remember(fact);
        long before = remembered.get(key, nowMillis);
        var step = known().after(fact, labels.known().orElse(null), before);
        if (step.remembered() == before) {
            return;
        }
        remembered.put(key, step.remembered(), nowMillis);
        byte[] after = step.interests().bytes();
        interests.update(after);
        out.collect(RedisWrite.keep(ViewerInterests.key(fact.pseudonym()), after, ViewerInterests.KEPT));
    }

    private ViewerInterests known() throws Exception {
        byte[] bytes = interests.value();
        return bytes == null ? ViewerInterests.NONE : ViewerInterests.parse(bytes);
    }

    private void learnWatch(Watched watched, Collector<RedisWrite> out) throws Exception {
        byte[] bytes = watches.value();
        var before = bytes == null ? RecentWatches.NONE : RecentWatches.parse(bytes);
        var after = before.after(watched);
        if (!after.equals(before)) {
            byte[] written = after.bytes();
            watches.update(written);
            out.collect(RedisWrite.keep(RecentWatches.key(watched.pseudonym()), written, RecentWatches.KEPT));
        }
    }

    /** Who likes a work as well as others says that they are near; the viewer is not told on. */
    private void learnLiked(Fact.OfSubject fact, Context context, Collector<RedisWrite> out) throws Exception {
        byte[] bytes = liked.value();
        var before = bytes == null ? LikedWorks.NONE : LikedWorks.parse(bytes);
        var step = before.after(fact);
        if (step.liked().equals(before)) {
            return;
        }
        liked.update(step.liked().bytes());
        out.collect(RedisWrite.keep(
                LikedWorks.key(fact.pseudonym()), step.liked().told().bytes(), LikedWorks.KEPT));
        if (!step.near().isEmpty()) {
            context.output(Liking.TAG, Liking.of(fact, step));
        }
    }
}
