package keyturn.ui.files;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import keyturn.ui.parts.Words;

/** The system's own dialog for a file to be written. */
public final class SaveDialog implements FileQuestion {

    private final ExportFolder folder;

    /** @param folder where it opens */
    public SaveDialog(ExportFolder folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Path> ask(Window owner, String proposed) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.of("save.title"));
        folder.applyTo(chooser);
        chooser.setInitialFileName(ProposedName.of(proposed));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
