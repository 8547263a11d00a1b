package keyturn.ui.flow.rotate;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.BackupFolder;
import keyturn.plan.flow.rotate.RotateChoices.BackupFolders;
import keyturn.ui.parts.Typed;

/** Folders that the plan writes backups to, as the server sees them; blank: the DBA's own jobs do it. */
final class BackupForm {

    private final SimpleStringProperty log = new SimpleStringProperty("");
    private final SimpleStringProperty full = new SimpleStringProperty("");

    SimpleStringProperty log() {
        return log;
    }

    SimpleStringProperty full() {
        return full;
    }

    ObservableValue<Optional<String>> logProblem() {
        return log.map(BackupForm::problem);
    }

    ObservableValue<Optional<String>> fullProblem() {
        return full.map(BackupForm::problem);
    }

    boolean wrong() {
        return problem(log.get()).isPresent() || problem(full.get()).isPresent();
    }

    /** What was typed, while nothing is wrong. */
    BackupFolders folders() {
        return new BackupFolders(folder(log.get()), folder(full.get()));
    }

    private static Optional<String> problem(String text) {
        return Typed.problem(text, BackupFolder::new);
    }

    private static Optional<BackupFolder> folder(String text) {
        return Typed.value(text, BackupFolder::new);
    }
}
