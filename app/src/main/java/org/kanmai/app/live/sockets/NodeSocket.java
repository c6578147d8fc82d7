package org.kanmai.app.live.sockets;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kanmai.app.live.pulling.Pieces;
import org.kanmai.app.live.relay.Watching;
import org.kanmai.app.live.relay.Watching.Piece;
import org.kanmai.app.live.rooms.Air;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** A room's picture for another process that has viewers of it: one that is too slow skips to the next keyframe, as any viewer. */
@Component
class NodeSocket extends AbstractWebSocketHandler {
    private final Air air;
    private final Map<String, Watching> watching = new ConcurrentHashMap<>();

    NodeSocket(Air air) {
        this.air = air;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        var joined = air.handOver(NodeHandshake.room(session));
        if (joined.isEmpty()) {
            session.close(Handing.OVER);
            return;
        }
        watching.put(session.getId(), joined.get());
        Handing.on(session, joined.get(), NodeSocket::send);
    }

    private static void send(WebSocketSession session, Piece piece) throws IOException {
        session.sendMessage(new BinaryMessage(Pieces.write(piece)));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        var node = watching.remove(session.getId());
        if (node != null) {
            air.handOverNoMore(NodeHandshake.room(session), node);
        }
    }
}
