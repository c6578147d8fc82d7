package org.kanmai.app.river;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.kanmai.facts.Pseudonym;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** The way to the log, which a test can break for the records of one pseudonym. */
@Component
public class Wire implements BeanPostProcessor {
    private static final Object NOTHING = CompletableFuture.failedFuture(new TimeoutException("nothing was heard"));

    private final Map<Long, Fault> faults = new ConcurrentHashMap<>();

    /** What happens to a record on its way. */
    public enum Fault {
        /** It does not arrive. */
        LOST,
        /** It arrives, and its acknowledgement does not. */
        UNHEARD
    }

    public void fault(Pseudonym pseudonym, Fault fault) {
        faults.put(pseudonym.value(), fault);
    }

    public void mend(Pseudonym pseudonym) {
        faults.remove(pseudonym.value());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof Producer<?, ?>)) {
            return bean;
        }
        return Proxy.newProxyInstance(
                Wire.class.getClassLoader(),
                new Class<?>[] {Producer.class},
                (proxy, method, arguments) -> call(bean, method, arguments));
    }

    private Object call(Object producer, Method method, Object[] arguments) throws Throwable {
        var fault = method.getName().equals("send") ? faults.get(key((ProducerRecord<?, ?>) arguments[0])) : null;
        try {
            Object answer = fault == Fault.LOST ? NOTHING : method.invoke(producer, arguments);
            return fault == null ? answer : NOTHING;
        } catch (InvocationTargetException failure) {
            throw Objects.requireNonNull(failure.getCause());
        }
    }

    private static long key(ProducerRecord<?, ?> record) {
        return ByteBuffer.wrap((byte[]) record.key()).getLong();
    }
}
