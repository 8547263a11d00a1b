package keyturn.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A unified diff, as {@code git diff} writes it.
 *
 * @param changes in their order
 */
public record Patch(Path file, List<Change> changes) {

    private static final String OF_FILE = "+++ b/";

    /**
     * A line that is taken away or added.
     *
     * @param path of the changed file
     */
    public record Change(String path, boolean added, String line) {}

    public static Patch read(Path file) throws IOException {
        List<Change> changes = new ArrayList<>();
        String path = "";
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(OF_FILE)) {
                path = line.substring(OF_FILE.length());
            } else if (line.startsWith("+") || (line.startsWith("-") && !line.startsWith("--- "))) {
                changes.add(new Change(path, line.startsWith("+"), line.substring(1)));
            }
        }
        return new Patch(file, List.copyOf(changes));
    }

    public Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        changes.forEach(change -> paths.add(change.path()));
        return paths;
    }
}
