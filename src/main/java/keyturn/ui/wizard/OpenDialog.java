package keyturn.ui.wizard;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import keyturn.ui.parts.Words;

/** The system's own dialog for a certificate to be read. */
public final class OpenDialog {

    private OpenDialog() {}

    public static Optional<Path> ask(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.of("open.title"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(Words.of("open.certificates"), "*.pem", "*.crt", "*.cer"),
                        new FileChooser.ExtensionFilter(Words.of("open.all"), "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }
}
