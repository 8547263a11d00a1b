package keyturn.ui.flow.register;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.plan.flow.register.RegisterChoices.Names;
import keyturn.ui.parts.Typed;

/** The three names on the server: proposed until somebody types others. */
final class RegisterNames {

    private final SimpleStringProperty key = new SimpleStringProperty("");
    private final SimpleStringProperty login = new SimpleStringProperty("");
    private final SimpleStringProperty credential = new SimpleStringProperty("");
    private Optional<Names> proposed = Optional.empty();

    SimpleStringProperty key() {
        return key;
    }

    SimpleStringProperty login() {
        return login;
    }

    SimpleStringProperty credential() {
        return credential;
    }

    List<ObservableValue<String>> all() {
        return List.of(key, login, credential);
    }

    /** Takes the place of what was proposed before; what somebody typed stays. */
    void propose(Names names) {
        boolean untouched = proposed.map(before -> typed().equals(Optional.of(before)))
                .orElseGet(() -> Stream.of(key, login, credential)
                        .allMatch(one -> one.get().isBlank()));
        proposed = Optional.of(names);
        if (untouched) {
            key.set(names.key().value());
            login.set(names.login().value());
            credential.set(names.credential().value());
        }
    }

    void clear() {
        proposed = Optional.empty();
        Stream.of(key, login, credential).forEach(one -> one.set(""));
    }

    /** Empty while one of them is missing or wrong. */
    Optional<Names> typed() {
        return Typed.value(key.get(), AsymmetricKeyName::new)
                .flatMap(name -> Typed.value(login.get(), LoginName::new)
                        .flatMap(holder -> Typed.value(credential.get(), CredentialName::new)
                                .map(held -> new Names(name, holder, held))));
    }
}
