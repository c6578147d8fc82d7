package org.kanmai.app.live.sockets;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.live.talk.Mailbox;
import org.kanmai.app.live.talk.Talk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** What is said in a room, as it is said; a number that comes the other way is so many likes. */
@Component
class TalkSocket extends TextWebSocketHandler {
    private static final Logger LOG = LoggerFactory.getLogger(TalkSocket.class);

    private final Talk talk;
    private final Rooms rooms;
    private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();

    TalkSocket(Talk talk, Rooms rooms) {
        this.talk = talk;
        this.rooms = rooms;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        var room = RoomHandshake.room(session);
        if (rooms.find(room).isEmpty()) {
            session.close(CloseStatus.POLICY_VIOLATION);
            return;
        }
        var mailbox = talk.listen(room, RoomHandshake.viewer(session).person());
        mailboxes.put(session.getId(), mailbox);
        Thread.ofVirtual().name("live-listener").start(() -> send(session, mailbox));
    }

    private static void send(WebSocketSession session, Mailbox mailbox) {
        try (session) {
            for (Optional<String> next = mailbox.next(); next.isPresent() && session.isOpen(); next = mailbox.next()) {
                session.sendMessage(new TextMessage(next.get()));
            }
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("live.listener.gone", gone);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws IOException {
        if (!message.getPayload().matches("[0-9]{1,2}")) {
            session.close(CloseStatus.BAD_DATA);
            return;
        }
        talk.like(RoomHandshake.room(session), Integer.parseInt(message.getPayload()));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        var mailbox = mailboxes.remove(session.getId());
        if (mailbox != null) {
            talk.leave(RoomHandshake.room(session), mailbox);
        }
    }
}
