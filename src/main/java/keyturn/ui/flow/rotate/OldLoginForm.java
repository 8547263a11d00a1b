package keyturn.ui.flow.rotate;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.LoginName;
import keyturn.plan.flow.rotate.RotationOffer;

/** The login made from the key that is to be replaced: asked for only where SQL Server does not show which one it is. */
final class OldLoginForm {

    private final ObservableList<LoginName> offered = FXCollections.observableArrayList();
    private final SimpleObjectProperty<Optional<LoginName>> chosen = new SimpleObjectProperty<>(Optional.empty());

    /** Logins of which one was made from the key; empty where nobody needs to choose. */
    ObservableList<LoginName> offered() {
        return offered;
    }

    SimpleObjectProperty<Optional<LoginName>> chosen() {
        return chosen;
    }

    ObservableValue<Boolean> asked() {
        return Bindings.isNotEmpty(offered);
    }

    void offer(RotationOffer offer, Optional<AsymmetricKeyName> from) {
        offered.setAll(from.map(offer::logins).orElse(List.of()));
        chosen.set(from.flatMap(offer::login));
    }

    boolean missing() {
        return !offered.isEmpty() && chosen.get().isEmpty();
    }
}
