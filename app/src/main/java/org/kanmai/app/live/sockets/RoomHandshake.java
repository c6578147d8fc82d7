package org.kanmai.app.live.sockets;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Traces;
import org.kanmai.app.web.Viewer;
import org.kanmai.app.web.Viewers;
import org.kanmai.facts.RoomId;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Knows who opens a socket, and to which room. */
@Component
class RoomHandshake implements HandshakeInterceptor {
    private static final String VIEWER = "viewer";
    private static final String TRACE = "trace";
    private static final String ROOM = "room";
    private static final int ROOM_PART = 2;

    private final Viewers viewers;
    private final Traces traces;

    RoomHandshake(Viewers viewers, Traces traces) {
        this.viewers = viewers;
        this.traces = traces;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> kept) {
        var parts = request.getURI().getPath().split("/", -1);
        if (!(request instanceof ServletServerHttpRequest asked)
                || !(response instanceof ServletServerHttpResponse answer)
                || !parts[ROOM_PART].matches("[0-9]{1,19}")) {
            response.setStatusCode(HttpStatus.NOT_FOUND);
            return false;
        }
        var viewer = viewers.of(asked.getServletRequest(), answer.getServletResponse());
        kept.put(VIEWER, viewer);
        kept.put(TRACE, traces.of(asked.getServletRequest().getParameter("token"), viewer));
        kept.put(ROOM, RoomId.parse(parts[ROOM_PART]));
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

    static Viewer viewer(WebSocketSession session) {
        return kept(session, VIEWER, Viewer.class);
    }

    /** Returns what led into the room, from the token in the socket's address. */
    static Trace trace(WebSocketSession session) {
        return kept(session, TRACE, Trace.class);
    }

    static RoomId room(WebSocketSession session) {
        return kept(session, ROOM, RoomId.class);
    }

    private static <T> T kept(WebSocketSession session, String name, Class<T> kind) {
        return Objects.requireNonNull(kind.cast(session.getAttributes().get(name)));
    }
}
