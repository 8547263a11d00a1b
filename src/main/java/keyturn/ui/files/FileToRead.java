package keyturn.ui.files;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Asks for a file or folder that is there. */
@FunctionalInterface
public interface FileToRead {

    /** @return empty: none */
    Optional<Path> ask(Window owner);
}
