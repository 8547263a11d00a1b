package keyturn.ui.wizard;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.VBox;
import keyturn.domain.Secret;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.SecretField;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** A field for the secret of an application, with what becomes of it. Made anew for each plan: no secret of another stays in it. */
public final class SecretQuestion {

    private SecretQuestion() {}

    /**
     * @param client of the application
     * @param typed hears what has been typed so far
     */
    public static VBox of(String client, Consumer<Secret> typed) {
        SecretField field = new SecretField();
        field.setId("credential-secret");
        field.textProperty().subscribe(() -> typed.accept(field.secret()));
        var neverWrong = new ReadOnlyObjectWrapper<>(Optional.<String>empty()).getReadOnlyProperty();
        return new VBox(
                4, Field.of(Words.of("secret"), field, neverWrong), Texts.caption(Words.of("secret.about", client)));
    }
}
