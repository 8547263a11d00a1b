package keyturn.app;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import keyturn.cli.Terminal;
import keyturn.domain.OperatingSystem;

/** The streams and the console of this process; UTF-8 whatever the system's code page is. */
final class Consoles {

    private Consoles() {}

    static Terminal terminal() {
        boolean colour = console().isPresent() && colour(System.getenv(), System.getProperty("os.name"));
        int width = Screen.width(System.getenv(), console().isPresent(), System.getProperty("os.name"));
        return new Terminal(
                utf8(FileDescriptor.out), utf8(FileDescriptor.err), colour, width, Terminal.Manner.PAGES, new Person());
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** NO_COLOR forbids; a dumb terminal has none; a Windows console has them only where its host is known for it. */
    static boolean colour(Map<String, String> environment, String system) {
        String terminal = environment.getOrDefault("TERM", "");
        boolean forbidden = !environment.getOrDefault("NO_COLOR", "").isEmpty() || terminal.equals("dumb");
        boolean windows = OperatingSystem.isWindows(system);
        boolean knownHost = environment.containsKey("WT_SESSION")
                || environment.getOrDefault("ConEmuANSI", "").equals("ON")
                || !terminal.isEmpty();
        return !forbidden && (!windows || knownHost);
    }

    /** Anyone who sits at the console. */
    private static final class Person implements Terminal.Prompt {

        @Override
        public Optional<char[]> password(String question) {
            return console().flatMap(console -> Optional.ofNullable(console.readPassword("%s ", question)));
        }

        @Override
        public boolean somebody() {
            return console().isPresent();
        }

        @Override
        public Optional<String> line(String question) {
            return console().flatMap(console -> Optional.ofNullable(console.readLine("%s ", question)));
        }
    }

    /** The console, where a person sits at both its ends. Java 22 to 24 give one without a person too. */
    private static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
