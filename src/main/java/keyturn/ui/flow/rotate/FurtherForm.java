package keyturn.ui.flow.rotate;

import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.LocalPath;
import keyturn.plan.flow.rotate.RotateChoices.Further;
import keyturn.ui.parts.Typed;

/** What the run does in vault and directory besides: a backup of the new key, a further secret of the application. */
final class FurtherForm {

    private final SimpleStringProperty folder = new SimpleStringProperty("");
    private final SimpleObjectProperty<SecretSource> source = new SimpleObjectProperty<>(SecretSource.HANDED_IN);

    /** Into which the new key is backed up; blank: it is not. */
    SimpleStringProperty folder() {
        return folder;
    }

    ObservableValue<Optional<String>> folderProblem() {
        return folder.map(text -> Typed.problem(text, LocalPath::new));
    }

    SimpleObjectProperty<SecretSource> source() {
        return source;
    }

    /** What becomes of the secret, in words. */
    ObservableValue<String> sourceSaid() {
        return source.map(from ->
                RotateWords.of(from.life().isPresent() ? "choose.secret.made.about" : "choose.secret.handedIn.about"));
    }

    boolean wrong() {
        return folderProblem().getValue().isPresent();
    }

    /** What was chosen, while it is not wrong. */
    Further further() {
        return new Further(
                Typed.value(folder.get(), LocalPath::new), source.get().life());
    }
}
