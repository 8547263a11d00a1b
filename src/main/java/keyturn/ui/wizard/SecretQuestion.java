package keyturn.ui.wizard;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.VBox;
import keyturn.domain.Secret;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.SecretForm;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.SecretField;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** A field for the secret of an application, with what becomes of it. Made anew for each plan: no secret of another stays in it. */
public final class SecretQuestion {

    private SecretQuestion() {}

    /** Nothing is wrong while nothing is typed. */
    private static Optional<String> wrong(String client, Secret now) {
        return now.isEmpty()
                ? Optional.empty()
                : SecretForm.problem(ClientId.read(client), now)
                        .map(problem -> problem.summary().text());
    }

    /**
     * @param client of the application
     * @param typed hears what has been typed so far
     */
    public static VBox of(String client, Consumer<Secret> typed) {
        SecretField field = new SecretField();
        field.setId("credential-secret");
        var wrong = new ReadOnlyObjectWrapper<>(Optional.<String>empty());
        field.textProperty().subscribe(() -> {
            Secret now = field.secret();
            wrong.set(wrong(client, now));
            typed.accept(now);
        });
        return new VBox(
                4,
                Field.of(Words.of("secret"), field, wrong.getReadOnlyProperty()),
                Texts.caption(Words.of("secret.about", client)));
    }
}
