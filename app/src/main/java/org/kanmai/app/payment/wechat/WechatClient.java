package org.kanmai.app.payment.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.http.AbstractHttpClient;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.http.OriginalResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The SDK's signing and checking over the JDK's HTTP client, at the address that the settings name: what is signed is path and query. */
final class WechatClient extends AbstractHttpClient {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The JDK writes these itself. */
    private static final Set<String> RESTRICTED = Set.of("connection", "content-length", "expect", "host", "upgrade");

    private final URI endpoint;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    WechatClient(RSAPublicKeyConfig keys, URI endpoint) {
        super(keys.createCredential(), keys.createValidator());
        this.endpoint = endpoint;
    }

    @Override
    protected String getHttpClientInfo() {
        return "jdk/" + Runtime.version().feature();
    }

    @Override
    protected OriginalResponse innerExecute(com.wechat.pay.java.core.http.HttpRequest request) {
        var answer = send(request, BodyHandlers.ofString());
        var headers = new HashMap<String, String>();
        answer.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new OriginalResponse.Builder()
                .request(request)
                .headers(cased(headers))
                .statusCode(answer.statusCode())
                .contentType(answer.headers().firstValue("Content-Type").orElse(null))
                .body(answer.body())
                .build();
    }

    @Override
    protected InputStream innerDownload(com.wechat.pay.java.core.http.HttpRequest request) {
        var answer = send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() / 100 != 2) {
            throw new HttpException("the bill's address answers " + answer.statusCode(), null);
        }
        return answer.body();
    }

    private <T> HttpResponse<T> send(com.wechat.pay.java.core.http.HttpRequest request, BodyHandler<T> handler) {
        var wanted = java.net.http.HttpRequest.newBuilder(moved(request.getUri()))
                .timeout(PATIENCE)
                .method(request.getHttpMethod().name(), body(request));
        request.getHeaders().getHeaders().forEach((name, value) -> {
            if (!RESTRICTED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                wanted.header(name, value);
            }
        });
        try {
            return http.send(wanted.build(), handler);
        } catch (IOException away) {
            throw new HttpException(request, away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new HttpException(request, stopped);
        }
    }

    private URI moved(URI asked) {
        var query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        return endpoint.resolve(asked.getRawPath() + query);
    }

    private static BodyPublisher body(com.wechat.pay.java.core.http.HttpRequest request) {
        return request.getBody() instanceof JsonRequestBody json
                ? BodyPublishers.ofString(json.getBody())
                : BodyPublishers.noBody();
    }

    /** The JDK gives names in small letters; the SDK looks for them as WeChat Pay writes them. */
    private static Map<String, String> cased(Map<String, String> headers) {
        var cased = new HashMap<>(headers);
        for (var name : Set.of(
                "Wechatpay-Timestamp",
                "Wechatpay-Nonce",
                "Wechatpay-Serial",
                "Wechatpay-Signature",
                "Wechatpay-Signature-Type",
                "Request-ID")) {
            @Nullable String value = headers.get(name.toLowerCase(java.util.Locale.ROOT));
            if (value != null) {
                cased.put(name, value);
            }
        }
        return cased;
    }
}
