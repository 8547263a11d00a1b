import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the home of the running Java to the named file; the build puts it into bin/keyturn. */
final class NoteJavaHome {

    private NoteJavaHome() {}

    public static void main(String[] args) throws Exception {
        Files.writeString(Path.of(args[0]), System.getProperty("java.home"));
    }
}
