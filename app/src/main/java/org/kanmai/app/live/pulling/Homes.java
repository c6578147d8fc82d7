package org.kanmai.app.live.pulling;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kanmai.app.live.nodes.Node;
import org.kanmai.facts.RoomId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The rooms that are pushed to this process, each to one process at a time; and where others are. */
@Component
public class Homes implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Homes.class);

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final HomeStore store;
    private final Node node;
    private final NodeSettings settings;
    private volatile URI own = URI.create("http://127.0.0.1");

    Homes(HomeStore store, Node node, NodeSettings settings) {
        this.store = store;
        this.node = node;
        this.settings = settings;
    }

    @EventListener
    void listens(WebServerInitializedEvent event) {
        var context = event.getApplicationContext();
        if (context.getServerNamespace() == null) {
            var listens = context.getEnvironment().getProperty("server.address", InetAddress.class, LOOPBACK);
            own = own(
                    listens.isAnyLocalAddress() ? LOOPBACK : listens,
                    event.getWebServer().getPort());
        }
    }

    private static URI own(InetAddress listens, int port) {
        var host = listens.getHostAddress();
        return URI.create("http://" + (listens instanceof Inet6Address ? "[" + host + "]" : host) + ":" + port);
    }

    private URI address() {
        var configured = settings.address();
        return configured == null ? own : configured;
    }

    /** Takes a room that is pushed to here; false while it is pushed to another process. */
    public boolean take(RoomId room) {
        return store.take(new Home(room, node.name(), address()));
    }

    /** Holds on to rooms for some seconds, and returns those that another process has taken meanwhile. */
    public Set<RoomId> renew(Set<RoomId> rooms) {
        if (rooms.isEmpty()) {
            return Set.of();
        }
        var held = store.renew(node.name(), rooms);
        return rooms.stream().filter(room -> !held.contains(room)).collect(Collectors.toSet());
    }

    /** Gives a room up, so that it can be pushed to another process at once; when that fails it can be in some seconds. */
    public void release(RoomId room) {
        try {
            store.release(node.name(), room);
        } catch (DataAccessException away) {
            LOG.warn("live.home room={} is held until its time runs out", room, away);
        }
    }

    /** Returns where some rooms are, of those that are pushed to other processes. */
    public Map<RoomId, Home> elsewhere(Collection<RoomId> rooms) {
        return rooms.isEmpty()
                ? Map.of()
                : store.elsewhere(node.name(), rooms).stream()
                        .collect(Collectors.toMap(Home::room, Function.identity()));
    }

    @Override
    public void destroy() {
        try {
            store.releaseAll(node.name());
        } catch (DataAccessException away) {
            LOG.debug("homes run out by themselves", away);
        }
    }
}
