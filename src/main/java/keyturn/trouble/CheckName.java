package keyturn.trouble;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.Message;

/** A check that can be run alone, in the order in which all of them are shown. */
public enum CheckName {
    RESTART,
    EKM,
    PROVIDER,
    CONNECTOR,
    KEYS,
    DATABASES,
    SECRET,
    VAULT,
    RIGHTS,
    ENDPOINTS,
    PROXY,
    CLOCK,
    LOG,
    TRACE_FLAG,
    PERMISSIONS,
    FILE,
    SIGNATURE,
    REGISTRY,
    RUNTIME;

    /** As the command line names it: {@code trace-flag}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Message title() {
        return Message.of("trouble.check." + slug());
    }

    /** The check of this name; case does not count. */
    public static Optional<CheckName> named(String slug) {
        return Arrays.stream(values())
                .filter(one -> one.slug().equalsIgnoreCase(slug))
                .findFirst();
    }

    /** All names, in order. */
    public static String slugs() {
        return Arrays.stream(values()).map(CheckName::slug).collect(Collectors.joining(", "));
    }

    static CheckName of(String slug) {
        return named(slug).orElseThrow(() -> new IllegalArgumentException("no check " + slug));
    }
}
