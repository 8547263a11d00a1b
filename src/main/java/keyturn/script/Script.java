package keyturn.script;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import keyturn.domain.Secret;

/** Text to send, in fragments: plain text, or a secret that shows as a placeholder everywhere but at the adapter. */
public record Script(List<Fragment> fragments) {

    public Script {
        fragments = List.copyOf(fragments);
    }

    public static Script of(String text) {
        return new Script(List.of(new Text(text)));
    }

    /** For eyes, logs, digests and files: secrets are {@code $(KEYTURN_SECRET_n)}. */
    public String masked() {
        StringBuilder shown = new StringBuilder();
        int secrets = 0;
        for (Fragment fragment : fragments) {
            switch (fragment) {
                case Text text -> shown.append(text.content());
                case Hidden ignored -> shown.append(placeholder(++secrets));
                case Slot slot -> shown.append(placeholder(slot.number()));
            }
        }
        return shown.toString();
    }

    /** What stands for the n-th secret, counted from 1. */
    public static String placeholder(int number) {
        return "$(" + secretName(number) + ")";
    }

    /** The name under which a person hands in the n-th secret. */
    public static String secretName(int number) {
        return "KEYTURN_SECRET_" + number;
    }

    /** A piece of a script. */
    public sealed interface Fragment {}

    /** Plain text. */
    public record Text(String content) implements Fragment {}

    /** A secret. */
    public record Hidden(Secret secret) implements Fragment {}

    /**
     * Where a secret is to stand that is handed in when the script is sent: a saved plan holds none.
     *
     * @param number of the secret in the whole plan, from 1
     */
    public record Slot(int number) implements Fragment {}

    /** The numbers of the secrets that are still to be handed in, ascending. */
    public Set<Integer> slots() {
        Set<Integer> slots = new TreeSet<>();
        for (Fragment fragment : fragments) {
            if (fragment instanceof Slot slot) {
                slots.add(slot.number());
            }
        }
        return slots;
    }

    /** A secret stands in it, so that it goes to nobody but whom it is meant for. */
    public boolean holdsSecret() {
        return fragments.stream().anyMatch(Hidden.class::isInstance);
    }

    /** The same with these secrets in their places, as they stand inside a T-SQL literal. */
    public Script filled(IntFunction<Secret> secrets) {
        return new Script(fragments.stream()
                .map(fragment -> fragment instanceof Slot slot ? hidden(secrets.apply(slot.number())) : fragment)
                .toList());
    }

    /** The only quote that T-SQL knows inside a literal is doubled. */
    private static Fragment hidden(Secret secret) {
        char[] plain = secret.reveal();
        char[] doubled = new char[2 * plain.length];
        int length = 0;
        for (char one : plain) {
            doubled[length++] = one;
            if (one == '\'') {
                doubled[length++] = one;
            }
        }
        char[] quoted = Arrays.copyOf(doubled, length);
        try {
            return new Hidden(Secret.of(quoted));
        } finally {
            Arrays.fill(plain, '\0');
            Arrays.fill(doubled, '\0');
            Arrays.fill(quoted, '\0');
        }
    }
}
