package keyturn.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every bundle of words, of whichever room. */
final class WordsTest {

    @Test
    void everyEntryOfEveryRoomIsAPatternAndBeginsWithItsRoom() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/keyturn"))) {
            for (Path file :
                    files.filter(path -> path.endsWith("words.properties")).toList()) {
                wrong.addAll(wrong(file));
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static List<String> wrong(Path file) throws IOException {
        String room = String.valueOf(file.getName(file.getNameCount() - 2));
        List<String> wrong = new ArrayList<>();
        try (var reader = Files.newBufferedReader(file)) {
            var words = new PropertyResourceBundle(reader);
            for (String key : words.keySet()) {
                String worded = worded(words.getString(key));
                if (!key.startsWith(room + ".") || worded.contains("{") || worded.isBlank()) {
                    wrong.add(file + ": " + key + " = " + worded);
                }
            }
        }
        return wrong;
    }

    private static String worded(String pattern) {
        try {
            return new MessageFormat(pattern, Locale.ROOT).format(new Object[] {"a", "b", "c", "d", "e", "f"});
        } catch (IllegalArgumentException broken) {
            return "{ " + broken.getMessage();
        }
    }
}
