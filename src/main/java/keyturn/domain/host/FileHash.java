package keyturn.domain.host;

import java.util.Locale;
import java.util.regex.Pattern;
import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Rules;

/** The SHA-256 of a file as Get-FileHash writes it: 64 hexadecimal digits, kept in small letters. */
public record FileHash(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** @throws InvalidValue {@code file-hash.form} */
    public FileHash {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw Rules.broken(
                    "file-hash.form",
                    Message.of("domain.fileHash.form", OneLine.shown(value)),
                    Message.of("domain.fileHash.form.next"));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
