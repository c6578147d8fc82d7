package org.kanmai.app.live.sockets;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kanmai.app.live.relay.Watching;
import org.kanmai.app.live.relay.Watching.Piece;
import org.kanmai.app.live.rooms.Air;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/** A room's picture: the type as text, then its beginning and fragments as they come, each as fast as its viewer takes them. */
@Component
class StreamSocket extends AbstractWebSocketHandler {
    private final Air air;
    private final Map<String, Watching> watching = new ConcurrentHashMap<>();

    StreamSocket(Air air) {
        this.air = air;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        var joined = air.watch(RoomHandshake.room(session));
        if (joined.isEmpty()) {
            session.close(Handing.OVER);
            return;
        }
        watching.put(session.getId(), joined.get());
        Handing.on(session, joined.get(), StreamSocket::send);
    }

    private static void send(WebSocketSession session, Piece piece) throws IOException {
        if (piece instanceof Piece.Begins begins) {
            var type = Map.of("type", begins.beginning().type());
            session.sendMessage(new TextMessage(JsonMapper.shared().writeValueAsString(type)));
        }
        session.sendMessage(new BinaryMessage(piece.content().bytes()));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        var viewer = watching.remove(session.getId());
        if (viewer != null) {
            air.leave(RoomHandshake.room(session), viewer);
        }
    }
}
