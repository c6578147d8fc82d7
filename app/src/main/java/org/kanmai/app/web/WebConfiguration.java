package org.kanmai.app.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires what every controller relies on. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private final AllowedInterceptor allowed;
    private final ViewerArgument viewer;
    private final PagingArgument paging;
    private final TraceArgument trace;

    WebConfiguration(AllowedInterceptor allowed, ViewerArgument viewer, PagingArgument paging, TraceArgument trace) {
        this.allowed = allowed;
        this.viewer = viewer;
        this.paging = paging;
        this.trace = trace;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(allowed);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(viewer);
        resolvers.add(paging);
        resolvers.add(trace);
    }
}
