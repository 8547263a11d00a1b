package keyturn.trouble.guide;

import java.util.List;
import java.util.Locale;

/**
 * A question with its answer.
 *
 * @param id stable, such as {@code key-uri}
 * @param paragraphs the first says most; items of a list begin with a bullet
 */
public record Topic(String id, String title, List<String> paragraphs) {

    public Topic {
        paragraphs = List.copyOf(paragraphs);
    }

    /** Whether it has all these words, in any case. */
    boolean has(List<String> words) {
        String all = (id + " " + title + " " + String.join(" ", paragraphs)).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }

    boolean isNamed(List<String> words) {
        String name = (id + " " + title).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(name::contains);
    }
}
