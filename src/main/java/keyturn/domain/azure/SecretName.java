package keyturn.domain.azure;

import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Rules;

/**
 * What the directory calls a secret that it makes: 1 to 256 characters that are seen, on one line. By this name alone a secret is
 * found again whose answer was lost, in a list that people read.
 */
public record SecretName(String value) {

    private static final int LONGEST = 256;

    public SecretName {
        demand(value);
        if (value.length() > LONGEST) {
            throw broken(value);
        }
    }

    /** @throws keyturn.domain.InvalidValue if it is blank, or not all of it is seen on one line */
    public static void demand(String name) {
        if (name.isBlank() || !OneLine.shown(name).equals(name)) {
            throw broken(name);
        }
    }

    private static InvalidValue broken(String name) {
        return Rules.broken(
                "secret-name.form",
                Message.of("domain.secretName.form", OneLine.shown(name)),
                Message.of("domain.secretName.form.next", LONGEST));
    }

    @Override
    public String toString() {
        return value;
    }
}
