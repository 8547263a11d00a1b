package keyturn.ui.desk;

import java.nio.file.Path;
import java.util.List;
import keyturn.domain.Problem;
import keyturn.domain.reach.RegisteredServer;

/** Reads a list of servers that another tool has written. Waits: to be called in the background. */
@FunctionalInterface
public interface RegisteredFile {
    List<RegisteredServer> read(Path file) throws Problem.Raised;
}
