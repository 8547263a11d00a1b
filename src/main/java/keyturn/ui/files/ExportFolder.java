package keyturn.ui.files;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;

/** Where a dialog for a new file opens: tickets, exports, support bundles. On JavaFX's thread only. */
public final class ExportFolder {

    private Optional<Path> folder = Optional.empty();

    /** @param chosen empty: where the system opens its dialogs */
    public void use(Optional<Path> chosen) {
        folder = chosen;
    }

    /** A folder that is gone by now is passed over. */
    void applyTo(FileChooser chooser) {
        Optional<File> there = folder.filter(Files::isDirectory).map(Path::toFile);
        there.ifPresent(chooser::setInitialDirectory);
    }
}
