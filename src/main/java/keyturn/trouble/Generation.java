package keyturn.trouble;

import java.util.Locale;
import keyturn.domain.Message;

/** Which codes belong together. Two generations of the connector number the same failures differently. */
public enum Generation {
    /** 0 to 7: of the interface between SQL Server and any provider. */
    ENGINE,
    /** 401, 404 and 2049 to 2053: the first connectors. */
    FIRST,
    /** 2057 and 2058: connectors that keep keys in the registry, from 1.0.5.0 on. */
    REGISTRY,
    /** 3000 to 3077: the HTTP codes of connectors until 1.0.4.0. */
    HTTP_OLD,
    /** 3100 to 4000: the HTTP codes of connectors from 1.0.5.0 on. */
    HTTP_NEW;

    public Message title() {
        return Message.of("trouble.generation." + slug());
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Generation of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
