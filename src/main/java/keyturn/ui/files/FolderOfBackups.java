package keyturn.ui.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Problem;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.inspection.Inspection;
import keyturn.run.backup.BackupCheck;
import keyturn.run.backup.BackupShelf;
import keyturn.run.backup.CheckedBackup;
import keyturn.ui.work.Background;
import keyturn.ui.work.Job;

/** The folder that somebody typed, and the backups in it; read off JavaFX's thread. */
public final class FolderOfBackups {

    private final Background background;
    private final Supplier<Optional<Inspection>> today;
    private final SimpleStringProperty folder = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<List<KeyCopy>>> copies = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<CheckedBackup>> checked = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Job> reading = Optional.empty();

    /** What was read of a folder. */
    private record Read(List<KeyCopy> copies, List<CheckedBackup> checked) {}

    /** @param today the vault as it was seen last, which the backups are compared with */
    public FolderOfBackups(Background background, Supplier<Optional<Inspection>> today) {
        this.background = background;
        this.today = today;
        folder.subscribe(this::read);
    }

    public SimpleStringProperty folder() {
        return folder;
    }

    /** Empty while they are being read, or where the folder cannot be read. */
    public ObservableValue<Optional<List<KeyCopy>>> copies() {
        return copies.getReadOnlyProperty();
    }

    /** How each backup of the folder stands, older ones too. */
    public ObservableValue<List<CheckedBackup>> checked() {
        return checked.getReadOnlyProperty();
    }

    public ObservableValue<Optional<String>> problem() {
        return problem.getReadOnlyProperty();
    }

    private void read(String typed) {
        reading.ifPresent(Job::abandon);
        copies.set(Optional.empty());
        checked.set(List.of());
        problem.set(Optional.empty());
        whole(typed)
                .ifPresent(path -> reading = Optional.of(background.perform(
                        () -> new Read(BackupShelf.newest(path), BackupCheck.of(path, today.get())),
                        this::take,
                        this::failed)));
    }

    private void take(Read read) {
        checked.set(read.checked());
        copies.set(Optional.of(read.copies()));
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
