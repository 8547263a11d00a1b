package keyturn.script;

import java.util.List;
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
            }
        }
        return shown.toString();
    }

    /** What stands for the n-th secret, counted from 1. */
    static String placeholder(int number) {
        return "$(" + secretName(number) + ")";
    }

    /** The name under which a person hands in the n-th secret. */
    static String secretName(int number) {
        return "KEYTURN_SECRET_" + number;
    }

    /** A piece of a script. */
    public sealed interface Fragment {}

    /** Plain text. */
    public record Text(String content) implements Fragment {}

    /** A secret. */
    public record Hidden(Secret secret) implements Fragment {}
}
