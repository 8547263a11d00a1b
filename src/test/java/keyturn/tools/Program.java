package keyturn.tools;

import java.nio.file.Path;
import java.util.List;

/** The packaged program on one of the systems it is made for. */
public interface Program {

    /**
     * Not yet started.
     *
     * @param folder where it works and keeps what it keeps
     * @param arguments a path is named as the program's system names it
     */
    Command keyturn(Path folder, Object... arguments);

    /**
     * The processes that have to be stopped for the program to stop.
     *
     * @param started what {@link #keyturn} started
     * @param word stands in its command line and in no other
     */
    List<ProcessHandle> processes(Process started, String word);
}
