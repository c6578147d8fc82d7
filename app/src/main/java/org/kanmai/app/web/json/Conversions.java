package org.kanmai.app.web.json;

import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Ids and constants in paths and queries read as they do in JSON. */
@Configuration(proxyBeanMethods = false)
class Conversions implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new IdConverter());
        registry.addConverterFactory(new CodeConverter());
    }
}
