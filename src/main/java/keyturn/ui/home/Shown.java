package keyturn.ui.home;

import java.util.Optional;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.Fact;
import keyturn.ui.parts.Words;

/** Facts as a cell or a line says them: the value, else why it is not known. */
final class Shown {

    private static final int VERSION_IN_SIGHT = 8;

    private Shown() {}

    static String told(Fact<?> fact) {
        return why(fact).orElseGet(() -> fact.value().map(Object::toString).orElse(""));
    }

    /** Why it is not known; empty: it is. */
    static Optional<String> why(Fact<?> fact) {
        return switch (fact) {
            case Fact.Known<?> known -> Optional.empty();
            case Fact.Unknown<?> unknown -> Optional.of(unknown.why().text());
            case Fact.NotPermitted<?> denied ->
                Optional.of(Words.of("home.needs", denied.permission().name()));
        };
    }

    static String vaultKey(VaultMatch match) {
        return Words.of(
                "home.vaultKey", match.key().name(), version(match.version().id()));
    }

    /** The first digits of a version: enough to tell one from another. */
    static String version(String id) {
        return id.length() > VERSION_IN_SIGHT ? id.substring(0, VERSION_IN_SIGHT) + "…" : id;
    }
}
