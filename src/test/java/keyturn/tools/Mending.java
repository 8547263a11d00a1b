package keyturn.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A patch in {@code src/test/mendings} that undoes, in {@code src/main}, what mended a finding. Before the patch itself stand
 * the lines {@code Finding: dba 1.1} (review and number) and {@code Test: keyturn.some.TestClass}, one for each class that turns
 * red without the mending.
 */
record Mending(Path file, String finding, List<String> tests, List<Path> sources) {

    private static final Path FOLDER = Path.of("src/test/mendings");

    Mending {
        if (finding.isEmpty() || tests.isEmpty() || sources.isEmpty()) {
            throw new IllegalArgumentException(
                    file + " needs a line 'Finding:', a line 'Test:' and a patch of src/main");
        }
    }

    static List<Mending> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".patch"))
                    .sorted()
                    .map(Mending::read)
                    .toList();
        }
    }

    private static Mending read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            List<String> head =
                    lines.stream().takeWhile(line -> !line.startsWith("diff ")).toList();
            return new Mending(
                    file,
                    String.join(", ", after("Finding: ", head)),
                    after("Test: ", head),
                    after("--- a/", lines).stream().map(Path::of).toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> after(String word, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()).strip())
                .toList();
    }

    @Override
    public String toString() {
        return finding + " (" + file.getFileName() + ")";
    }
}
