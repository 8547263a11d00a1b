package keyturn.ui.wizard;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import keyturn.ui.parts.Words;

/** The system's own dialogs for a certificate or a folder that is there. */
public final class OpenDialog {

    private OpenDialog() {}

    public static Optional<Path> folder(Window owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Words.of("open.folder"));
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    public static Optional<Path> certificate(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.of("open.title"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(Words.of("open.certificates"), "*.pem", "*.crt", "*.cer"),
                        new FileChooser.ExtensionFilter(Words.of("open.all"), "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }
}
