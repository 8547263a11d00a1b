package keyturn.ui.files;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Asks where a file shall be written. */
@FunctionalInterface
public interface FileQuestion {

    /**
     * @param owner the window that asks
     * @param proposed name without folder
     * @return empty: not at all
     */
    Optional<Path> ask(Window owner, String proposed);
}
