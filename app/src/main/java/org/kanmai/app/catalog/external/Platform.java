package org.kanmai.app.catalog.external;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import org.kanmai.facts.Code;

/** Platforms that may be linked to, by their own domains: a link to anywhere else is not one of them. */
enum Platform implements Code {
    YOUZAN("youzan.com koudaitong.com"),
    TAOBAO("taobao.com"),
    TMALL("tmall.com"),
    PINDUODUO("pinduoduo.com yangkeduo.com"),
    JD("jd.com");

    private final String domains;

    Platform(String domains) {
        this.domains = domains;
    }

    @JsonCreator
    static Platform parse(String code) {
        return Code.parse(Platform.class, code);
    }

    /** Returns whether a host is the platform's own. */
    boolean owns(String host) {
        return Arrays.stream(domains.split(" ", -1))
                .anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }
}
