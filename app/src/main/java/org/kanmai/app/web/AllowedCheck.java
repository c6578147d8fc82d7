package org.kanmai.app.web;

import java.util.ArrayList;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Stops the start when one of our endpoints does not say who may call it. */
@Component
class AllowedCheck implements SmartInitializingSingleton {
    private final RequestMappingHandlerMapping endpoints;

    AllowedCheck(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var silent = new ArrayList<String>();
        endpoints.getHandlerMethods().forEach((mapping, method) -> {
            boolean ours = method.getBeanType().getName().startsWith("org.kanmai.");
            if (ours && method.getMethodAnnotation(Allowed.class) == null) {
                silent.add(mapping.toString());
            }
        });
        if (!silent.isEmpty()) {
            throw new IllegalStateException("endpoints without @Allowed: " + silent);
        }
    }
}
