package org.kanmai.app.web.site;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.WebSettings;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves the built web app: hashed files for a year, every other page is its index. */
@Configuration(proxyBeanMethods = false)
class WebApp implements WebMvcConfigurer {
    private final @Nullable Path folder;

    WebApp(WebSettings settings) {
        this.folder = settings.app();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        if (folder == null) {
            return;
        }
        var root = "file:" + folder.toAbsolutePath() + "/";
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(root + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(root)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new Pages(folder));
    }

    /** The root is no path of a resource, so it is led to the index by name. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        if (folder != null) {
            registry.addViewController("/").setViewName("forward:/index.html");
        }
    }

    private static final class Pages extends PathResourceResolver {
        private static final Pattern FILE = Pattern.compile("\\.(js|css|map|png|svg|ico|json|webmanifest|txt)$");
        private final Resource index;

        Pages(Path folder) {
            this.index = new FileSystemResource(folder.resolve("index.html"));
        }

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            var file = super.getResource(path, location);
            if (file != null) {
                return file;
            }
            boolean page = !FILE.matcher(path).find();
            boolean api = path.startsWith("api/") || path.startsWith("media/") || path.startsWith("actuator/");
            return page && !api ? index : null;
        }
    }
}
