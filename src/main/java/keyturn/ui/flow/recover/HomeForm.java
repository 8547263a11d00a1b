package keyturn.ui.flow.recover;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.VaultHome;
import keyturn.ui.parts.Typed;

/** Where a vault is created; what the backups say of that is filled in. */
final class HomeForm {

    private final SimpleStringProperty subscription = new SimpleStringProperty("");
    private final SimpleStringProperty group = new SimpleStringProperty("");
    private final SimpleStringProperty region = new SimpleStringProperty("");
    private final SimpleBooleanProperty premium = new SimpleBooleanProperty();

    SimpleStringProperty subscription() {
        return subscription;
    }

    SimpleStringProperty group() {
        return group;
    }

    SimpleStringProperty region() {
        return region;
    }

    SimpleBooleanProperty premium() {
        return premium;
    }

    /** What was typed stays. */
    void fill(List<KeyCopy> copies) {
        copies.stream().map(copy -> copy.manifest().site()).findFirst().ifPresent(site -> {
            fill(subscription, site.subscription());
            fill(region, site.region());
        });
        if (copies.stream().anyMatch(KeyCopy::needsPremium)) {
            premium.set(true);
        }
    }

    private static void fill(SimpleStringProperty field, Optional<String> value) {
        if (field.get().isBlank()) {
            value.ifPresent(field::set);
        }
    }

    /** Nobody wants a vault to be created until its resource group is named. */
    boolean isWanted() {
        return !group.get().isBlank();
    }

    /** Empty where none is wanted, or something is missing or wrong. */
    Optional<VaultHome> home() {
        return isWanted()
                ? Typed.value(
                        subscription.get(), id -> new VaultHome(id, group.get().strip(), region.get(), premium.get()))
                : Optional.empty();
    }

    /** Each change of what is typed. */
    Stream<ObservableValue<?>> all() {
        return Stream.of(subscription, group, region, premium);
    }
}
