package keyturn.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Sha256;

/** The sums of a folder's files, as {@code sha256sum -c} reads them. */
final class Sums {

    /** The name of the file; it is not among its own sums. */
    static final String FILE = "SHA256SUMS";

    /** Names as this program gives them, and none that leads out of the folder. */
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ((?!.*\\.\\.)[\\w./-]+)");

    private Sums() {}

    /** A line: which sum a file has, counted from 1. */
    record Sum(int line, String digest, String file) {}

    /** @param files name to text, in the order of the lines */
    static String of(Map<String, String> files) {
        return files.entrySet().stream()
                .map(file -> line(file.getValue().getBytes(StandardCharsets.UTF_8), file.getKey()))
                .collect(Collectors.joining());
    }

    /** @param growing files that are written on and bound otherwise */
    static String of(Path folder, Set<String> growing) throws Problem.Raised {
        StringBuilder lines = new StringBuilder();
        for (String name : names(folder)) {
            if (!growing.contains(name) && !name.equals(FILE)) {
                lines.append(line(content(folder.resolve(name)), name));
            }
        }
        return lines.toString();
    }

    /** Empty where the line is none. */
    static Optional<Sum> read(int number, String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches() ? Optional.of(new Sum(number, matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** The folder's files and those of its folders, sorted, with {@code /}. */
    static List<String> names(Path folder) throws Problem.Raised {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw unreadable(folder, unreadable);
        }
    }

    static byte[] content(Path file) throws Problem.Raised {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private static String line(byte[] content, String name) {
        return Sha256.hex(content) + "  " + name + "\n";
    }

    private static Problem.Raised unreadable(Path file, IOException failure) {
        return new Problem.Raised(new Problem(
                "evidence.check.unreadable",
                Message.of("evidence.check.unreadable", file),
                Optional.of(String.valueOf(failure)),
                Message.of("evidence.check.next")));
    }
}
