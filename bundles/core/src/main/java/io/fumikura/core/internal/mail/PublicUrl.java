package io.fumikura.core.internal.mail;

import java.net.URI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Where people reach the platform; links in mails start with it. Never taken from a request, whose host name its sender chooses. */
@Component(service = PublicUrl.class, configurationPid = "io.fumikura.core")
public final class PublicUrl {

    private final String base;

    public @interface Config {
        /** Address of the start page as people type it, e.g. {@code https://fumikura.example.com}; a path is kept. */
        String publicUrl() default "http://localhost:8181";
    }

    @Activate
    public PublicUrl(Config config) {
        this(config.publicUrl());
    }

    public PublicUrl(String url) {
        URI address = URI.create(url.strip());
        if (address.getHost() == null
                || !(url.startsWith("http://") || url.startsWith("https://"))
                || address.getRawQuery() != null
                || address.getRawFragment() != null
                || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("publicUrl in etc/io.fumikura.core.cfg must look like https://fumikura.example.com, not " + url);
        }
        base = url.strip().replaceFirst("/+$", "");
    }

    /** @param path of a page, from its slash on, e.g. {@code /reset/…} */
    public String link(String path) {
        return base + path;
    }

    /** The scheme, host and port, e.g. for the {@code Origin} of a request. */
    public URI address() {
        return URI.create(base);
    }
}
