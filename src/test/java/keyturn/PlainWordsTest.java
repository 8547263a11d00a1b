package keyturn;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a user reads has no phrase of {@code plain-words.txt}: bundles, manual, changelog, texts and comments of scripts. */
final class PlainWordsTest {

    private static final Path LIST = Path.of("src/test/resources/keyturn/plain-words.txt");
    private static final Path BUNDLES = Path.of("src/main/resources/keyturn");
    private static final List<Path> READ = List.of(
            Path.of("README.md"),
            Path.of("CHANGELOG.md"),
            Path.of("src/docs"),
            Path.of("src/main/resources/keyturn/script/powershell"),
            Path.of("src/main/resources/keyturn/practice/scenario"),
            Path.of("src/test/resources/keyturn/script"));

    @Test
    void noTextHasAPhraseOfTheList() throws IOException {
        Map<Pattern, String> phrases = phrases();
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, String> text : texts().entrySet()) {
            phrases.forEach((phrase, instead) -> {
                Matcher match = phrase.matcher(text.getValue());
                if (match.find()) {
                    found.add(text.getKey() + " has \"" + match.group() + "\": " + instead);
                }
            });
        }
        assertEquals(List.of(), found);
    }

    @Test
    void theListFindsWhatItIsFor() throws IOException {
        Map<Pattern, String> phrases = phrases();
        for (String bad : List.of(
                "The databases hang on this provider.",
                "Whether it was done cannot be told.",
                "Database provider.X.enabled was true.",
                "Ask whoever runs it.",
                "The key was wrapped anew.",
                "Each database is proved.")) {
            assertFalse(
                    phrases.keySet().stream()
                            .noneMatch(phrase -> phrase.matcher(bad).find()),
                    bad);
        }
    }

    /** The window shows the same texts: the command line adds its options from keys of its own. */
    @Test
    void noTextThatTheWindowShowsNamesAnOption() throws IOException {
        Pattern option = Pattern.compile("(?<![\\w-])--[a-z]");
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, String> text : texts().entrySet()) {
            String key = text.getKey();
            boolean shown = key.matches("(domain|plan|script|inspect|run|sql|vault|directory|azure|entra|ui)\\..+")
                    || (key.startsWith("flow.") && !key.matches("flow\\.[^.]+\\.(help|cli)\\..+"));
            if (shown && option.matcher(text.getValue()).find()) {
                found.add(key + " = " + text.getValue());
            }
        }
        assertEquals(List.of(), found);
    }

    /** Help goes through a library that shows quotes as they stand, so it has none; elsewhere none is left over. */
    @Test
    void noApostropheIsShownTwice() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : bundles()) {
            words(file).forEach((key, value) -> {
                boolean help = key.startsWith("help") || key.startsWith("keyturn.") || key.contains(".help.");
                if (value.contains("''''") || (help && value.contains("'"))) {
                    found.add(key + " = " + value);
                }
            });
        }
        assertEquals(List.of(), found);
    }

    private static Map<Pattern, String> phrases() throws IOException {
        Map<Pattern, String> phrases = new LinkedHashMap<>();
        for (String line : Files.readAllLines(LIST)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" => ", 2);
                phrases.put(Pattern.compile(parts[0], Pattern.CASE_INSENSITIVE), parts[1]);
            }
        }
        return phrases;
    }

    private static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path file : bundles()) {
            texts.putAll(words(file));
        }
        for (Path read : READ) {
            for (Path file : files(read)) {
                int number = 0;
                for (String line : Files.readAllLines(file)) {
                    texts.put(file + ":" + ++number, line);
                }
            }
        }
        return texts;
    }

    private static List<Path> bundles() throws IOException {
        return files(BUNDLES).stream()
                .filter(file -> file.endsWith("words.properties"))
                .toList();
    }

    private static List<Path> files(Path from) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Map<String, String> words(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            var words = new PropertyResourceBundle(reader);
            return words.keySet().stream().collect(toMap(Function.identity(), words::getString));
        }
    }
}
