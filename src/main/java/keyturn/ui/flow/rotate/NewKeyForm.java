package keyturn.ui.flow.rotate;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.rotate.RotationOffer;
import keyturn.ui.parts.Typed;

/** The new key in the vault: there already, or made by the run; its name; what the vault shows of it. */
final class NewKeyForm {

    private final Clock clock;
    private final ObservableList<String> offered = FXCollections.observableArrayList();
    private final SimpleObjectProperty<Making> making = new SimpleObjectProperty<>(Making.THERE);
    private final SimpleStringProperty name = new SimpleStringProperty("");
    private final SimpleObjectProperty<Optional<Seen>> seen = new SimpleObjectProperty<>(Optional.empty());

    /** What was seen on the server, and the key that is to be replaced. */
    private record Seen(Inspection inspection, Old old) {
        AsymmetricKeyName from() {
            return old.key();
        }
    }

    NewKeyForm(Clock clock) {
        this.clock = clock;
        making.subscribe(this::nameIt);
    }

    /** Keys of the vault that may be taken. */
    ObservableList<String> offered() {
        return offered;
    }

    /** Whether it is made, and of which kind. */
    SimpleObjectProperty<Making> making() {
        return making;
    }

    /** As typed or taken from the list: a name, or name and version. */
    SimpleStringProperty name() {
        return name;
    }

    ObservableValue<Optional<String>> problem() {
        return name.map(text -> Typed.problem(text, KeyReference::parse));
    }

    /** What the vault shows of it, or whether the name is free there. */
    ObservableValue<String> said() {
        return Bindings.createStringBinding(this::saidNow, name, seen, making);
    }

    /** What the vault shows of a key in the list. */
    String said(String vaultKey) {
        return seen.get().map(now -> vault(now).brief(now.from(), vaultKey)).orElse("");
    }

    /** @param from the key that is to be replaced; empty: none is chosen yet */
    void offer(Inspection inspection, Optional<Old> from) {
        seen.set(from.map(one -> new Seen(inspection, one)));
        offered.setAll(seen.get()
                .map(now -> vault(now).keys(now.from(), now.old().provider()))
                .orElse(List.of()));
        name.set("");
        making.set(Making.THERE);
    }

    boolean blank() {
        return name.get().isBlank();
    }

    boolean wrong() {
        return problem().getValue().isPresent();
    }

    /** What was typed, while it is neither blank nor wrong. */
    KeyReference reference() {
        return KeyReference.parse(name.get().strip());
    }

    private boolean isMade() {
        return making.get().kind().isPresent();
    }

    /** A key that is to be made gets a name that is free; one that is there is named by who knows it. */
    private void nameIt() {
        name.set(seen.get()
                .filter(now -> isMade())
                .map(now -> new RotationOffer(now.inspection(), clock.instant()).vaultKeyName(now.from()))
                .map(free -> free.value())
                .orElse(""));
    }

    private String saidNow() {
        Optional<KeyReference> typed = Typed.value(name.get(), KeyReference::parse);
        return typed.isEmpty() && !blank()
                ? ""
                : seen.get().map(now -> said(now, typed)).orElse("");
    }

    private String said(Seen now, Optional<KeyReference> typed) {
        VaultOffer vault = vault(now);
        if (isMade()) {
            String name = typed.map(one -> one.name().value()).orElse("");
            return vault.free(now.from(), name) + making.get().means();
        }
        return typed.map(one -> vault.told(now.from(), one)).orElseGet(() -> vault.about(now.from()));
    }

    private VaultOffer vault(Seen now) {
        return new VaultOffer(now.inspection(), clock);
    }
}
