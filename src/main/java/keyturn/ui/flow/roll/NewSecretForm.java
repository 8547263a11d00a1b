package keyturn.ui.flow.roll;

import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Secret;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.SecretForm;
import keyturn.plan.flow.roll.RollChoices.NewSecret;
import keyturn.plan.flow.roll.RollFlow;
import keyturn.ui.wizard.CredentialSecret;

/** Where the new secret comes from. One that is typed is handed on at once: here stays what its form tells. */
final class NewSecretForm {

    /** The directory makes secrets of 40 characters, and made some of 32. */
    private static final int SHORTEST = 32;

    private final CredentialSecret kept;
    private final SimpleBooleanProperty byDirectory = new SimpleBooleanProperty(true);
    private final SimpleObjectProperty<Lifetime> lifetime = new SimpleObjectProperty<>(Lifetime.USUAL);
    private final SimpleObjectProperty<Optional<String>> doubt = new SimpleObjectProperty<>(Optional.empty());
    private final SimpleStringProperty lengths = new SimpleStringProperty("");

    NewSecretForm(CredentialSecret kept) {
        this.kept = kept;
    }

    /**
     * Nobody has said anything yet; what was typed is forgotten elsewhere.
     *
     * @param directory it can make the secret
     */
    void clear(boolean directory) {
        byDirectory.set(directory);
        lifetime.set(Lifetime.USUAL);
        doubt.set(Optional.empty());
        lengths.set("");
    }

    /** The directory makes it; else it was made already and is typed. */
    SimpleBooleanProperty byDirectory() {
        return byDirectory;
    }

    SimpleObjectProperty<Lifetime> lifetime() {
        return lifetime;
    }

    /** What looks wrong with what was typed. */
    ObservableValue<Optional<String>> doubt() {
        return doubt;
    }

    /** How many characters SQL Server gets; nothing else of the secret is ever shown. */
    ObservableValue<String> lengths() {
        return lengths;
    }

    /** The text may stand in the field, or in none: whoever runs the plan may type it later. */
    void type(Secret typed, Optional<ClientId> application) {
        char[] text = typed.reveal();
        int length = text.length;
        Arrays.fill(text, '\0');
        doubt.set(length == 0 ? Optional.empty() : wrong(typed, application).or(() -> tooShort(length)));
        lengths.set(
                length == 0
                        ? ""
                        : RollFlow.NAME
                                .words("window.lengths", length, ClientId.DIGITS + length)
                                .text());
        kept.type(typed);
    }

    private static Optional<String> wrong(Secret typed, Optional<ClientId> application) {
        return application
                .flatMap(client -> SecretForm.problem(client, typed))
                .map(problem -> problem.summary().text() + " " + problem.next().text());
    }

    private static Optional<String> tooShort(int length) {
        return length < SHORTEST ? Optional.of(RollViewModel.words("secret.short")) : Optional.empty();
    }

    NewSecret chosen() {
        return byDirectory.get()
                ? new NewSecret.ByDirectory(lifetime.get().life(), Optional.empty())
                : new NewSecret.Typed();
    }
}
