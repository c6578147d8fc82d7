package org.kanmai.app.live.board;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.RoomId;
import org.kanmai.ranking.rooms.RoomBoard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.stereotype.Component;

/** Reads the boards that the streams keep in Redis; without Redis nothing is known of any room. */
@Component
public class Boards {
    private static final Logger log = LoggerFactory.getLogger(Boards.class);

    private final RedisTemplate<String, byte[]> redis = new RedisTemplate<>();

    Boards(RedisConnectionFactory connections) {
        redis.setConnectionFactory(connections);
        redis.setKeySerializer(RedisSerializer.string());
        redis.setValueSerializer(RedisSerializer.byteArray());
        redis.afterPropertiesSet();
    }

    /** Returns the boards of rooms; those of which nothing is known are left out, all while Redis is away. */
    public Map<RoomId, RoomBoard> of(Collection<RoomId> rooms) {
        if (rooms.isEmpty()) {
            return Map.of();
        }
        var order = List.copyOf(rooms);
        try {
            var values = redis.opsForValue()
                    .multiGet(order.stream().map(RoomBoard::key).toList());
            return values == null ? Map.of() : read(order, values);
        } catch (DataAccessException | IllegalArgumentException away) {
            log.warn("boards of rooms can't be read: {}", away.getMessage());
            return Map.of();
        }
    }

    private static Map<RoomId, RoomBoard> read(List<RoomId> rooms, List<byte @Nullable []> values) {
        var boards = new HashMap<RoomId, RoomBoard>();
        for (int index = 0; index < values.size(); index++) {
            byte[] bytes = values.get(index);
            if (bytes != null) {
                boards.put(rooms.get(index), RoomBoard.parse(bytes));
            }
        }
        return boards;
    }
}
