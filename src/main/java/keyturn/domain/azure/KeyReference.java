package keyturn.domain.azure;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Rules;

/**
 * How a statement names a vault key: its name, or {@code name/version} (document: set-up of TDE with Azure Key Vault;
 * connector of November 2020 and newer).
 *
 * @param version 32 hexadecimal digits, kept in lower case as the vault writes them; empty: the version that is current when
 *     the statement runs
 */
public record KeyReference(KeyName name, Optional<String> version) {

    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{32}");

    public KeyReference {
        version = version.map(digits -> digits.toLowerCase(Locale.ROOT));
        version.filter(digits -> !VERSION.matcher(digits).matches()).ifPresent(wrong -> {
            throw Rules.broken(
                    "key-version.form",
                    Message.of("domain.keyVersion.form", OneLine.shown(wrong)),
                    Message.of("domain.keyVersion.form.next"));
        });
    }

    /** Reads {@code name} or {@code name/version}. */
    public static KeyReference parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new KeyReference(new KeyName(text), Optional.empty())
                : new KeyReference(new KeyName(text.substring(0, slash)), Optional.of(text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return name + version.map(digits -> "/" + digits).orElse("");
    }
}
