package org.kanmai.app.live.sockets;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kanmai.app.live.attendance.Attendances;
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
    private final Attendances attendances;
    private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();
    private final Set<String> visits = ConcurrentHashMap.newKeySet();

    TalkSocket(Talk talk, Rooms rooms, Attendances attendances) {
        this.talk = talk;
        this.rooms = rooms;
        this.attendances = attendances;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        var room = RoomHandshake.room(session);
        var found = rooms.find(room);
        if (found.isEmpty()) {
            session.close(CloseStatus.POLICY_VIOLATION);
            return;
        }
        var viewer = RoomHandshake.viewer(session);
        if (!viewer.is(found.get().host()) && !found.get().state().over()) {
            visits.add(session.getId());
            attendances.enter(room, viewer, RoomHandshake.trace(session));
        }
        var mailbox = talk.listen(room, viewer.person());
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
        int count = Integer.parseInt(message.getPayload());
        talk.like(RoomHandshake.room(session), count);
        attendances.like(RoomHandshake.room(session), RoomHandshake.viewer(session), count);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        if (visits.remove(session.getId())) {
            attendances.leave(RoomHandshake.room(session), RoomHandshake.viewer(session));
        }
        var mailbox = mailboxes.remove(session.getId());
        if (mailbox != null) {
            talk.leave(RoomHandshake.room(session), mailbox);
        }
    }
}
