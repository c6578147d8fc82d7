package org.kanmai.app.live.sockets;

import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Where the sockets are; pages of other sites can't open one. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketConfiguration implements WebSocketConfigurer {
    private final StreamSocket stream;
    private final TalkSocket talk;
    private final CameraSocket camera;
    private final NodeSocket node;
    private final RoomHandshake handshake;
    private final NodeHandshake nodeHandshake;

    SocketConfiguration(
            StreamSocket stream,
            TalkSocket talk,
            CameraSocket camera,
            NodeSocket node,
            RoomHandshake handshake,
            NodeHandshake nodeHandshake) {
        this.stream = stream;
        this.talk = talk;
        this.camera = camera;
        this.node = node;
        this.handshake = handshake;
        this.nodeHandshake = nodeHandshake;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(stream, "/live/*/stream").addInterceptors(handshake);
        registry.addHandler(talk, "/live/*/talk").addInterceptors(handshake);
        registry.addHandler(camera, "/live/*/camera").addInterceptors(handshake);
        registry.addHandler(node, "/live/*/node").addInterceptors(nodeHandshake);
    }

    /** Makes Tomcat speak WebSocket. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> speaksWebSocket() {
        return factory ->
                factory.addContextCustomizers(context -> context.addServletContainerInitializer(new WsSci(), null));
    }
}
