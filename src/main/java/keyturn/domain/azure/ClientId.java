package keyturn.domain.azure;

import java.util.Locale;
import java.util.regex.Pattern;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Rules;

/**
 * The id of an application (client) in the directory: a GUID, kept in lower case with its hyphens. In a credential's SECRET
 * it stands without them, before the secret's value (document: set-up steps for extensible key management).
 */
public record ClientId(String value) {
    public ClientId {
        if (!Rules.isGuid(value)) {
            throw Rules.broken(
                    "client-id.form",
                    Message.of("domain.clientId.form", OneLine.shown(value)),
                    Message.of("domain.clientId.form.next"));
        }
        value = value.toLowerCase(Locale.ROOT);
    }

    /** How many digits stand before the secret's value. */
    public static final int DIGITS = 32;

    private static final Pattern BARE = Pattern.compile("[0-9a-fA-F]{32}");

    /**
     * Reads a GUID with its hyphens, or without, as it stands in a credential.
     *
     * @throws keyturn.domain.InvalidValue for anything else
     */
    public static ClientId read(String text) {
        return new ClientId(
                BARE.matcher(text).matches()
                        ? text.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")
                        : text);
    }

    /** The 32 digits, as a credential's SECRET begins. */
    public String withoutHyphens() {
        return value.replace("-", "");
    }

    @Override
    public String toString() {
        return value;
    }
}
