package keyturn.domain.azure;

import java.util.Locale;
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

    /** The 32 digits, as a credential's SECRET begins. */
    public String withoutHyphens() {
        return value.replace("-", "");
    }

    @Override
    public String toString() {
        return value;
    }
}
