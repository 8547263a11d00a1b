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
                case Hidden ignored ->
                    shown.append("$(KEYTURN_SECRET_").append(++secrets).append(')');
            }
        }
        return shown.toString();
    }

    /** A piece of a script. */
    public sealed interface Fragment {}

    /** Plain text. */
    public record Text(String content) implements Fragment {}

    /** A secret. */
    public record Hidden(Secret secret) implements Fragment {}
}
