package keyturn.ui.flow.restore;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Problem;
import keyturn.domain.azure.KeyCopy;
import keyturn.run.backup.BackupShelf;
import keyturn.ui.work.Background;
import keyturn.ui.work.Job;

/** The folder that somebody typed, and the backups in it; read off JavaFX's thread. */
final class FolderOfBackups {

    private final Background background;
    private final SimpleStringProperty folder = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<List<KeyCopy>>> copies = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Job> reading = Optional.empty();

    FolderOfBackups(Background background) {
        this.background = background;
        folder.subscribe(this::read);
    }

    SimpleStringProperty folder() {
        return folder;
    }

    /** Empty while they are being read, or where the folder cannot be read. */
    ObservableValue<Optional<List<KeyCopy>>> copies() {
        return copies.getReadOnlyProperty();
    }

    ObservableValue<Optional<String>> problem() {
        return problem.getReadOnlyProperty();
    }

    private void read(String typed) {
        reading.ifPresent(Job::abandon);
        copies.set(Optional.empty());
        problem.set(Optional.empty());
        whole(typed)
                .ifPresent(path -> reading = Optional.of(background.perform(
                        () -> BackupShelf.newest(path), found -> copies.set(Optional.of(found)), this::failed)));
    }

    private void failed(Problem why) {
        problem.set(Optional.of(why.summary().text()));
    }

    private static Optional<Path> whole(String typed) {
        try {
            return Optional.of(Path.of(typed.strip())).filter(Path::isAbsolute);
        } catch (InvalidPathException half) {
            return Optional.empty();
        }
    }
}
