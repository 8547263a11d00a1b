package keyturn.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every bundle of words, of whichever room. */
final class WordsTest {

    private static final Path ROOMS = Path.of("src/main/resources/keyturn");

    @Test
    void everyEntryOfEveryRoomCanBeWorded() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOMS)) {
            for (Path file :
                    files.filter(path -> path.endsWith("words.properties")).toList()) {
                wrong.addAll(wrong(file));
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static List<String> wrong(Path file) throws IOException {
        String room = String.valueOf(ROOMS.relativize(file).getParent())
                .replace(ROOMS.getFileSystem().getSeparator(), ".");
        List<String> wrong = new ArrayList<>();
        try (var reader = Files.newBufferedReader(file)) {
            var words = new PropertyResourceBundle(reader);
            for (String key : words.keySet()) {
                String worded = key.startsWith(room + ".") ? worded(key) : "for a library, by its own rules";
                if (worded.contains("{") || worded.isBlank()) {
                    wrong.add(file + ": " + key + " = " + worded);
                }
            }
        }
        return wrong;
    }

    private static String worded(String key) {
        try {
            return new Message(key, List.of("1", "2", "3", "4", "5", "6", "7", "8")).text();
        } catch (IllegalArgumentException | MissingResourceException broken) {
            return "{ " + broken.getMessage();
        }
    }
}
