package keyturn.domain.azure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Rules;
import keyturn.domain.Secret;

/**
 * What is wrong with a text that somebody enters as the secret of an application. Its form alone is looked at, and of the text
 * nothing is told but how long it is (document: set-up steps for extensible key management).
 */
public final class SecretForm {

    private SecretForm() {}

    /** Empty: it can be one. */
    public static Optional<Problem> problem(ClientId application, Secret entered) {
        char[] text = entered.reveal();
        try {
            return rule(application, text).map(rule -> told(rule, application, text.length));
        } finally {
            Arrays.fill(text, '\0');
        }
    }

    private static Optional<String> rule(ClientId application, char[] text) {
        if (text.length == 0) {
            return Optional.of("empty");
        }
        if (Character.isWhitespace(text[0]) || Character.isWhitespace(text[text.length - 1])) {
            return Optional.of("blanks");
        }
        // The text becomes a string only where it can be no secret: a GUID, or one that begins with an id that
        // everybody may know.
        if (isLikeGuid(text)) {
            return Optional.of("id");
        }
        return begins(text, application.value()) || begins(text, application.withoutHyphens())
                ? Optional.of("client")
                : Optional.empty();
    }

    private static boolean isLikeGuid(char[] text) {
        final int length = 36;
        return text.length == length
                && text[8] == '-'
                && text[13] == '-'
                && Rules.isGuid(new String(text).toLowerCase(Locale.ROOT));
    }

    private static boolean begins(char[] text, String id) {
        for (int place = 0; place < id.length(); place++) {
            if (place >= text.length || Character.toLowerCase(text[place]) != id.charAt(place)) {
                return false;
            }
        }
        return true;
    }

    private static Problem told(String rule, ClientId application, int length) {
        String key = "domain.secretForm." + rule;
        return new Problem(
                "secret-form." + rule,
                Message.of(key, application, length),
                Optional.empty(),
                Message.of(key + ".next", application));
    }
}
