package keyturn.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Sha256;
import keyturn.run.files.OrdinaryFile;

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
                .map(file -> line(Sha256.of(file.getValue()), file.getKey()))
                .collect(Collectors.joining());
    }

    /** @param growing files that are written on and bound otherwise */
    static String of(Path folder, Set<String> growing) throws Problem.Raised {
        StringBuilder lines = new StringBuilder();
        for (String name : names(folder)) {
            if (!growing.contains(name) && !name.equals(FILE)) {
                lines.append(line(digest(folder.resolve(name)), name));
            }
        }
        return lines.toString();
    }

    /** Empty where the line is none. */
    static Optional<Sum> read(int number, String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches() ? Optional.of(new Sum(number, matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** The folder's files and those of its folders, sorted, with {@code /}; nothing that is no ordinary file itself. */
    static List<String> names(Path folder) throws Problem.Raised {
        return names(folder, OrdinaryFile::isItself);
    }

    /** What is in the folder and its folders and is neither a folder nor an ordinary file: links, pipes, devices. */
    static List<String> others(Path folder) throws Problem.Raised {
        return names(
                folder, path -> !OrdinaryFile.isItself(path) && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS));
    }

    private static List<String> names(Path folder, Predicate<Path> which) throws Problem.Raised {
        try {
            Path real = folder.toRealPath();
            try (Stream<Path> files = Files.walk(real)) {
                return files.filter(which)
                        .map(file -> real.relativize(file).toString().replace('\\', '/'))
                        .sorted()
                        .toList();
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw unreadable(folder, unreadable);
        }
    }

    static byte[] content(Path file) throws Problem.Raised {
        try {
            return OrdinaryFile.bytes(file);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    /** {@code sha256:} and the digits; the file is not taken into memory. */
    static String digest(Path file) throws Problem.Raised {
        try {
            return OrdinaryFile.digest(file);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    /** @param digest with its prefix, which no line has */
    private static String line(String digest, String name) {
        return digest.substring(digest.indexOf(':') + 1) + "  " + name + "\n";
    }

    private static Problem.Raised unreadable(Path file, Exception failure) {
        return new Problem.Raised(new Problem(
                "evidence.check.unreadable",
                Message.of("evidence.check.unreadable", file),
                Optional.of(String.valueOf(failure)),
                Message.of("evidence.check.next")));
    }
}
