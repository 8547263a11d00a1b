package keyturn.ui.files;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import keyturn.ui.parts.Words;

/** The system's own dialogs for a file or a folder that is there. */
public final class OpenDialog {

    private OpenDialog() {}

    public static Optional<Path> folder(Window owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Words.of("open.folder"));
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    public static Optional<Path> certificate(Window owner) {
        return file(owner, "open.title", "open.certificates", "*.pem", "*.crt", "*.cer");
    }

    public static Optional<Path> plan(Window owner) {
        return file(owner, "open.plan", "open.plans", "*.keyturn", "*.json");
    }

    /** A list of registered servers, as Management Studio keeps or exports it. */
    public static Optional<Path> servers(Window owner) {
        return file(owner, "open.servers", "open.serverLists", "*.xml", "*.regsrvr");
    }

    private static Optional<Path> file(Window owner, String title, String kind, String... endings) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.of(title));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(Words.of(kind), endings),
                        new FileChooser.ExtensionFilter(Words.of("open.all"), "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }
}
