package keyturn.domain.azure;

import java.util.regex.Pattern;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Rules;

/**
 * The name of a vault key that the connector can use: letters a to z and A to Z, digits, hyphens, at most 26 characters
 * (document: SQL Server Connector maintenance and troubleshooting; a longer one fails with provider code 2049).
 */
public record KeyName(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,26}");

    public KeyName {
        if (!FORM.matcher(value).matches()) {
            throw Rules.broken(
                    "key-name.form",
                    Message.of("domain.keyName.form", OneLine.shown(value)),
                    Message.of("domain.keyName.form.next"));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
