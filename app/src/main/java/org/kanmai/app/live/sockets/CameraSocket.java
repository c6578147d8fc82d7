package org.kanmai.app.live.sockets;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kanmai.app.live.rooms.Air;
import org.kanmai.app.live.rooms.Camera;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.BinaryWebSocketHandler;

/** A host's camera: what MediaRecorder makes, byte after byte. */
@Component
class CameraSocket extends BinaryWebSocketHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CameraSocket.class);
    private static final CloseStatus TAKEN = new CloseStatus(4001, "taken");
    private static final CloseStatus OVER = new CloseStatus(4000, "over");

    private final Air air;
    private final Map<String, Camera> cameras = new ConcurrentHashMap<>();

    CameraSocket(Air air) {
        this.air = air;
    }

    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        var host = RoomHandshake.viewer(session).person();
        if (host == null) {
            session.close(CloseStatus.POLICY_VIOLATION);
            return;
        }
        var camera = air.camera(host, RoomHandshake.room(session));
        if (camera.isEmpty()) {
            session.close(TAKEN);
            return;
        }
        cameras.put(session.getId(), camera.get());
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) throws IOException {
        var camera = cameras.get(session.getId());
        if (camera == null) {
            return;
        }
        var bytes = new byte[message.getPayload().remaining()];
        message.getPayload().get(bytes);
        try {
            camera.take(bytes);
        } catch (IOException over) {
            LOG.info("live.camera.over", over);
            session.close(OVER);
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        var camera = cameras.remove(session.getId());
        if (camera != null) {
            camera.close();
        }
    }
}
