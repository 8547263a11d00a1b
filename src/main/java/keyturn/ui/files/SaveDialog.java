package keyturn.ui.files;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import keyturn.ui.parts.Words;

/** The system's own dialog for a file to be written. */
public final class SaveDialog {

    private SaveDialog() {}

    public static Optional<Path> ask(Window owner, String proposed) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.of("save.title"));
        chooser.setInitialFileName(ProposedName.of(proposed));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
