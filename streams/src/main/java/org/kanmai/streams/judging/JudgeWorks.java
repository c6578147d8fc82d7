package org.kanmai.streams.judging;

import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.kanmai.distribution.judging.PoolJudge;
import org.kanmai.distribution.judging.PoolProgress;
import org.kanmai.facts.Fact;
import org.kanmai.facts.PoolOpened;
import org.kanmai.facts.WorkId;
import org.kanmai.streams.log.Message;
import org.kanmai.streams.log.Ttl;
import org.kanmai.streams.redis.RedisWrite;

/** Has a judge for each work that was ever in a pool; tells verdicts, and beside them how far pools have come. */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
final class JudgeWorks extends KeyedProcessFunction<Long, Message, Message> {
    /** Progress on its way to Redis. */
    static final OutputTag<RedisWrite> PROGRESS = new OutputTag<>("progress", TypeInformation.of(RedisWrite.class));

    private static final Duration KEPT = Duration.ofDays(400);

    private transient ValueState<PoolJudge> judges;

    @Override
    public void open(OpenContext context) {
        var descriptor = new ValueStateDescriptor<>("judge", JudgeSerializer.INSTANCE);
        descriptor.enableTimeToLive(Ttl.sinceUse(KEPT));
        judges = getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(Message message, Context context, Collector<Message> out) throws Exception {
        var fact = message.read().orElse(null);
        var judge = judges.value();
        if (fact == null || (judge == null && !(fact instanceof PoolOpened))) {
            return;
        }
        take(judge == null ? new PoolJudge() : judge, fact, message.key(), context, out);
    }

    private void take(PoolJudge judge, Fact fact, long work, Context context, Collector<Message> out) throws Exception {
        var before = judge.progress();
        judge.take(fact).ifPresent(judged -> out.collect(Message.of(judged)));
        judges.update(judge);
        var after = judge.progress();
        if (!after.equals(before)) {
            context.output(PROGRESS, write(new WorkId(work), after));
        }
    }

    private static RedisWrite write(WorkId work, Optional<PoolProgress> progress) {
        var key = PoolProgress.key(work);
        return progress.map(known -> RedisWrite.keep(key, known.bytes(), PoolProgress.KEPT))
                .orElseGet(() -> RedisWrite.delete(key));
    }
}
