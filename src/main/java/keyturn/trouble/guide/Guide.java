package keyturn.trouble.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All questions with their answers, in the order of the file. */
public record Guide(List<Topic> topics) {

    private static final String FILE = "/keyturn/guide/questions.md";
    private static final String PAGES = "/keyturn/guide/pages.md";

    private static final Pattern HEADING = Pattern.compile("## (.+) \\{#([a-z-]+)}");

    /** A longer text is no search. */
    private static final int LONGEST = 120;

    private static final int LEAST = 3;

    private static final Guide ALL = read(FILE);
    private static final Guide OF_PAGES = read(PAGES);

    public Guide {
        topics = List.copyOf(topics);
    }

    public static Guide all() {
        return ALL;
    }

    /** What the pages of the window are for, by the names of the pages. */
    public static Guide pages() {
        return OF_PAGES;
    }

    public Optional<Topic> topic(String id) {
        return topics.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Those that have all of the words, those with the words in their title first; else those with one of them in the title. None for a long text. */
    public List<Topic> search(String text) {
        List<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= LEAST)
                .toList();
        if (words.isEmpty() || text.length() > LONGEST) {
            return List.of();
        }
        List<Topic> all = topics.stream()
                .filter(topic -> topic.has(words))
                .sorted(Comparator.comparing((Topic topic) -> !topic.isNamed(words)))
                .toList();
        return all.isEmpty() ? near(words) : all;
    }

    private List<Topic> near(List<String> words) {
        return topics.stream()
                .filter(topic -> words.stream().anyMatch(word -> topic.isNamed(List.of(word))))
                .toList();
    }

    private static Guide read(String name) {
        try (InputStream file = Objects.requireNonNull(Guide.class.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return new Guide(topics(lines.lines().toList()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    private static List<Topic> topics(List<String> lines) {
        List<Topic> topics = new ArrayList<>();
        List<String> paragraphs = new ArrayList<>();
        for (String line : lines.reversed()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                topics.addFirst(new Topic(heading.group(2), heading.group(1), paragraphs.reversed()));
                paragraphs.clear();
            } else if (!line.isBlank()) {
                paragraphs.add(shown(line));
            }
        }
        return topics;
    }

    private static String shown(String line) {
        String plain = line.replace("`", "");
        return plain.startsWith("- ") ? "• " + plain.substring(2) : plain;
    }
}
