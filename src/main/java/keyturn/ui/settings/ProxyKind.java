package keyturn.ui.settings;

import java.util.Optional;
import java.util.regex.Pattern;
import keyturn.ui.parts.Words;

/** Which proxy leads to Azure. */
public enum ProxyKind {
    SYSTEM,
    NONE,
    ADDRESS;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.-]+:[0-9]{1,5}");

    /** Of what was kept. */
    static ProxyKind of(String kept) {
        return kept.equals("system") || kept.isBlank() ? SYSTEM : kept.equals("none") ? NONE : ADDRESS;
    }

    /** What is kept of it. */
    String kept(String address) {
        return switch (this) {
            case SYSTEM -> "system";
            case NONE -> "none";
            case ADDRESS -> address.strip();
        };
    }

    /** @param inUse what is kept of the proxy that is used until the address is right */
    static Optional<String> problem(String address, String inUse) {
        ProxyKind now = of(inUse);
        return FORM.matcher(address.strip()).matches()
                ? Optional.empty()
                : Optional.of(Words.of("settings.proxy.wrong", now == ADDRESS ? inUse : now));
    }

    /** As the combo box shows it. */
    @Override
    public String toString() {
        return Words.of("settings.proxy." + name());
    }
}
