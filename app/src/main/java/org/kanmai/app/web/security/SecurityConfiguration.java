package org.kanmai.app.web.security;

import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** CSRF by a double cookie, strict headers; who may call what is said by {@link Allowed} at each endpoint. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
                    + "worker-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'; frame-src 'self'";
    private static final String NOTIFICATIONS = "/api/payments/notifications/";
    private static final String CARRIERS = "/api/carriers/notifications/";
    private static final String INGEST = "/api/live-ingest/";
    private static final String UNSUBSCRIBE = "/api/notices/off";

    @Bean
    SecurityFilterChain chain(HttpSecurity http, ObjectProvider<FrameSource> frames) {
        var cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieName("kanmai_csrf");
        cookie.setHeaderName("X-CSRF");
        cookie.setCookieCustomizer(settings -> settings.sameSite("Lax").path("/"));
        var plain = new CsrfTokenRequestAttributeHandler();
        plain.setCsrfRequestAttributeName(null);
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(cookie)
                        .csrfTokenRequestHandler(plain)
                        .ignoringRequestMatchers(request -> isWithoutCookie(request.getRequestURI())
                                && HttpMethod.POST.matches(request.getMethod())))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(policy(frames)))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy("geolocation=(), payment=()"))
                        .frameOptions(FrameOptionsConfig::deny)
                        .cacheControl(cache -> cache.disable()))
                .exceptionHandling(handling -> handling.accessDeniedHandler(new CsrfProblem()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .anonymous(anonymous -> anonymous.disable())
                .logout(logout -> logout.disable())
                .httpBasic(basic -> basic.disable())
                .formLogin(form -> form.disable())
                .build();
    }

    /** A request is observed as a whole; each of the many filters on its way would cost as much again. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** A beacon cannot set a header, a payment provider, a server for RTMP and a mail program have no cookie: tokens prove, or signatures. */
    private static boolean isWithoutCookie(String path) {
        return path.equals("/api/facts")
                || path.equals(UNSUBSCRIBE)
                || path.startsWith(NOTIFICATIONS)
                || path.startsWith(CARRIERS)
                || path.startsWith(INGEST);
    }

    private static String policy(ObjectProvider<FrameSource> frames) {
        return frames.stream().map(FrameSource::origin).collect(Collectors.joining(" ", CONTENT_POLICY + " ", ""));
    }
}
