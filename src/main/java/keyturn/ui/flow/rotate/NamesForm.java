package keyturn.ui.flow.rotate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Keyholding.NameKind;
import keyturn.plan.flow.rotate.RotateChoices.NewNames;
import keyturn.ui.parts.Typed;

/** What the new key is called on the server, checked by rule and against what is there. */
final class NamesForm {

    private final SimpleStringProperty key = new SimpleStringProperty("");
    private final SimpleStringProperty login = new SimpleStringProperty("");
    private final SimpleStringProperty credential = new SimpleStringProperty("");
    private Optional<Inspection> seen = Optional.empty();

    SimpleStringProperty key() {
        return key;
    }

    SimpleStringProperty login() {
        return login;
    }

    SimpleStringProperty credential() {
        return credential;
    }

    List<SimpleStringProperty> fields() {
        return List.of(key, login, credential);
    }

    void propose(Inspection inspection, Optional<NewNames> names) {
        seen = Optional.of(inspection);
        key.set(names.map(proposed -> proposed.key().value()).orElse(""));
        login.set(names.map(proposed -> proposed.login().value()).orElse(""));
        credential.set(names.map(proposed -> proposed.credential().value()).orElse(""));
    }

    ObservableValue<Optional<String>> keyProblem() {
        return key.map(text -> problem(text, AsymmetricKeyName::new, NameKind.KEY));
    }

    ObservableValue<Optional<String>> loginProblem() {
        return login.map(text -> problem(text, LoginName::new, NameKind.LOGIN));
    }

    ObservableValue<Optional<String>> credentialProblem() {
        return credential.map(text -> problem(text, CredentialName::new, NameKind.CREDENTIAL));
    }

    boolean blank() {
        return fields().stream().anyMatch(field -> field.get().isBlank());
    }

    boolean wrong() {
        return Stream.of(keyProblem(), loginProblem(), credentialProblem())
                .anyMatch(problem -> problem.getValue().isPresent());
    }

    /** What was typed, while nothing is blank or wrong. */
    NewNames names() {
        return new NewNames(
                new AsymmetricKeyName(key.get().strip()),
                new LoginName(login.get().strip()),
                new CredentialName(credential.get().strip()));
    }

    /** Without regard to case, as the planner has it. */
    private Optional<String> problem(String text, Function<String, ?> reader, NameKind kind) {
        boolean taken =
                seen.flatMap(now -> now.facts().around().keyholding().names().value()).orElse(List.of()).stream()
                        .anyMatch(one -> one.kind() == kind && one.name().equalsIgnoreCase(text.strip()));
        return Typed.problem(text, reader)
                .or(() ->
                        taken && !standing() ? Optional.of(RotateWords.of("choose.taken." + kind)) : Optional.empty());
    }

    /** They stand already, as a rotation of other databases left them: then they may be taken on. */
    private boolean standing() {
        return seen.flatMap(now -> now.facts().keyLogins().value()).orElse(List.of()).stream()
                .anyMatch(row -> row.key()
                                .filter(name -> name.value().equals(key.get().strip()))
                                .isPresent()
                        && row.name().value().equals(login.get().strip()));
    }
}
