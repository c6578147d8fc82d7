package org.kanmai.streams.judging;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.kanmai.distribution.judging.JudgeState;
import org.kanmai.distribution.judging.PoolJudge;

/** Writes judges into checkpoints; the number of their layout stands in what is written. */
public final class JudgeSerializer extends TypeSerializerSingleton<PoolJudge> {
    static final JudgeSerializer INSTANCE = new JudgeSerializer();

    private static final long serialVersionUID = 1L;

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public PoolJudge createInstance() {
        return new PoolJudge();
    }

    @Override
    public PoolJudge copy(PoolJudge judge) {
        return judge.copy();
    }

    @Override
    public PoolJudge copy(PoolJudge judge, PoolJudge reuse) {
        return copy(judge);
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(PoolJudge judge, DataOutputView target) throws IOException {
        JudgeState.write(judge, target);
    }

    @Override
    public PoolJudge deserialize(DataInputView source) throws IOException {
        return JudgeState.read(source);
    }

    @Override
    public PoolJudge deserialize(PoolJudge reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public TypeSerializerSnapshot<PoolJudge> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a checkpoint says of how its judges are written. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<PoolJudge> {
        /** Only for Flink. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
