package keyturn.trouble.text;

import java.util.List;
import keyturn.trouble.Maker;
import keyturn.trouble.RootCause;

/**
 * What a text says to anyone who knows these errors.
 *
 * @param maker of the provider it is about
 * @param found in the text, what says most first
 * @param causes the most likely first; of an unknown text the usual ones
 * @param suggestions what might have been meant, where nothing was found
 * @param cut the text was longer than what was read
 */
public record Explanation(
        Maker maker, List<Clue> found, Verdict verdict, List<RootCause> causes, List<String> suggestions, boolean cut) {

    public Explanation {
        found = List.copyOf(found);
        causes = List.copyOf(causes);
        suggestions = List.copyOf(suggestions);
    }

    /** Whether anything of it is known. */
    public boolean isKnown() {
        return !found.isEmpty();
    }
}
