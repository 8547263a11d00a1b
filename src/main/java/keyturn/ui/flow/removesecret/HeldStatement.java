package keyturn.ui.flow.removesecret;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.azure.AzureSight.SecretSeen;

/** That the credentials hold the newest secret other than the one to be removed, by the word of the DBA: one sentence to tick. */
final class HeldStatement {

    private final List<OfferedSecret> secrets;
    private final SimpleObjectProperty<Optional<OfferedSecret>> removed;
    private final SimpleBooleanProperty ticked = new SimpleBooleanProperty();

    /** @param secrets of the application */
    HeldStatement(List<OfferedSecret> secrets, SimpleObjectProperty<Optional<OfferedSecret>> removed) {
        this.secrets = secrets;
        this.removed = removed;
        // It was said of the secrets that were there then.
        removed.subscribe(() -> ticked.set(false));
    }

    SimpleBooleanProperty ticked() {
        return ticked;
    }

    /** The one that it is about, for people; empty where there is no other secret. */
    ObservableValue<Optional<String>> other() {
        return Bindings.createObjectBinding(() -> newest().map(String::valueOf), removed);
    }

    /** Key id of the secret that they hold; empty: not said. */
    Optional<String> said() {
        return ticked.get() ? newest().map(one -> one.seen().keyId()) : Optional.empty();
    }

    private Optional<OfferedSecret> newest() {
        return removed.get()
                .flatMap(gone -> secrets.stream()
                        .filter(one -> !one.equals(gone))
                        .max(Comparator.comparing(one -> starts(one.seen()))));
    }

    private static Instant starts(SecretSeen secret) {
        return secret.starts().orElse(Instant.MIN);
    }
}
