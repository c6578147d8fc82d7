package org.kanmai.app.live.sockets;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.pulling.Passes;
import org.kanmai.facts.RoomId;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Lets in who shows that it is a process of this site. */
@Component
class NodeHandshake implements HandshakeInterceptor {
    private static final String ROOM = "room";
    private static final int ROOM_PART = 2;

    private final Passes passes;

    NodeHandshake(Passes passes) {
        this.passes = passes;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> kept) {
        var part = request.getURI().getPath().split("/", -1)[ROOM_PART];
        if (!part.matches("[0-9]{1,19}")
                || !passes.isGood(RoomId.parse(part), request.getHeaders().getFirst(Passes.HEADER))) {
            response.setStatusCode(HttpStatus.FORBIDDEN);
            return false;
        }
        kept.put(ROOM, RoomId.parse(part));
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        // What it needs to know it knows before.
    }

    static RoomId room(WebSocketSession session) {
        return (RoomId) Objects.requireNonNull(session.getAttributes().get(ROOM));
    }
}
