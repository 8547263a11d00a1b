package keyturn.practice.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;

/** The scenarios that come with the program. */
public final class Scenarios {

    private static final List<String> NAMES = List.of(
            "healthy",
            "old-1040",
            "ancient-440",
            "ag3",
            "fci2",
            "mirrored",
            "logshipped",
            "key-gone",
            "key-dropped",
            "new-server",
            "busy",
            "limits",
            "not-open",
            "pending-restart",
            "upgraded",
            "dll-gone",
            "replaced-by-hand",
            "enabled-after",
            "key-versions",
            "dll-replaced",
            "two-instances",
            "old-2016",
            "sql-2019",
            "sql-2025",
            "hostile",
            "case-sensitive",
            "secret-expiring",
            "secret-expired",
            "secret-rolled",
            "two-applications",
            "wrong-tenant",
            "no-registry",
            "no-vcredist",
            "old-version-disabled",
            "vault-lost",
            "thousand",
            "ten-thousand");

    private static final String ENDING = ".json";
    private static final long MOST = 64_000_000;

    private Scenarios() {}

    /** A scenario's name, its line, and what kind of trouble it is. */
    public record Summary(String name, String about, ScenarioGroup group) {}

    public static List<String> names() {
        return NAMES;
    }

    public static List<Summary> all() {
        return NAMES.stream().map(Scenarios::summary).toList();
    }

    private static Summary summary(String name) {
        Entry root = new Entry(file(name), Located.parse(file(name), text(name)));
        return new Summary(name, root.text("about"), ScenarioGroup.of(root));
    }

    /**
     * @param name of a scenario of the program, or the path of a file of one's own that ends in {@code .json}
     * @param now the start of the range, UTC; instants in the file count back from it
     * @throws ScenarioFault if there is no such scenario, or its file breaks a rule
     */
    public static Scenario load(String name, LocalDateTime now) {
        if (name.endsWith(ENDING)) {
            return ofFile(name, now);
        }
        if (!NAMES.contains(name)) {
            throw new ScenarioFault(
                    "scenario '" + name + "'", 0, "there is none of this name; known: " + String.join(" ", NAMES));
        }
        return read(name, file(name), text(name), now);
    }

    private static Scenario ofFile(String path, LocalDateTime now) {
        try {
            Path file = Path.of(path);
            String name = String.valueOf(file.getFileName());
            if (Files.size(file) > MOST) {
                throw new ScenarioFault(name, 0, "a scenario's file has at most " + MOST + " bytes");
            }
            String stem = name.substring(0, name.length() - ENDING.length());
            return read(stem, name, Files.readString(file), now);
        } catch (IOException | InvalidPathException unreadable) {
            throw new ScenarioFault(path, 0, "the file cannot be read: " + unreadable.getMessage());
        }
    }

    /** From a text; {@code file} is its name in messages. */
    static Scenario read(String name, String file, String text, LocalDateTime now) {
        return new ScenarioReader(name, new Entry(file, Located.parse(file, text)), now).read();
    }

    private static String file(String name) {
        return name + ENDING;
    }

    private static String text(String name) {
        try (InputStream in = Scenarios.class.getResourceAsStream("/keyturn/practice/scenario/" + file(name))) {
            if (in == null) {
                throw new ScenarioFault(file(name), 0, "the file is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
