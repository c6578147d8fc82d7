package org.kanmai.app.live.sockets;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Traces;
import org.kanmai.app.web.Viewer;
import org.kanmai.app.web.Viewers;
import org.kanmai.app.web.delegation.ActingCookie;
import org.kanmai.app.web.delegation.Delegations;
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

    private static final String CAMERA = "camera";
    /** Who may ask for the key of a stream may push a picture. */
    private static final String PUSHING = "/api/me/stream-key";

    private final Viewers viewers;
    private final Delegations delegations;
    private final Traces traces;

    RoomHandshake(Viewers viewers, Delegations delegations, Traces traces) {
        this.viewers = viewers;
        this.delegations = delegations;
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
        boolean camera = parts[parts.length - 1].equals(CAMERA);
        kept.put(VIEWER, camera ? atCamera(viewer, asked.getServletRequest()) : viewer);
        kept.put(TRACE, traces.of(asked.getServletRequest().getParameter("token"), viewer));
        kept.put(ROOM, RoomId.parse(parts[ROOM_PART]));
        return true;
    }

    /** A camera is its host's, or of who acts for the host's shop, which is on record. */
    private Viewer atCamera(Viewer viewer, HttpServletRequest request) {
        var person = viewer.person();
        var shop = ActingCookie.of(request);
        return person == null || shop.isEmpty()
                ? viewer
                : delegations
                        .acting(person, shop.get(), "PUT", PUSHING)
                        .map(acting -> {
                            delegations.ended(
                                    delegations.begun(acting, "GET", request.getRequestURI()),
                                    HttpStatus.SWITCHING_PROTOCOLS.value());
                            return new Viewer(acting.owner(), acting.roles(), viewer.pseudonym(), false);
                        })
                        .orElse(viewer);
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
