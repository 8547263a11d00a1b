package keyturn.domain;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The thumbprint of an asymmetric key, by which a DEK names its protector: 20 bytes from connector 1.0.5.0 on, shorter
 * before (KB 4470999); at most 32, the column's width.
 *
 * @param hex upper-case digits without {@code 0x}
 */
public record Thumbprint(String hex) {

    public Thumbprint {
        hex = hex.toUpperCase(Locale.ROOT);
        if (!hex.matches("(?:[0-9A-F]{2}){1,32}")) {
            throw new InvalidValue(new Problem(
                    "thumbprint.form",
                    Message.of("domain.thumbprint.form", hex),
                    Optional.empty(),
                    Message.of("domain.thumbprint.form.next")));
        }
    }

    public static Thumbprint of(byte[] content) {
        return new Thumbprint(HexFormat.of().withUpperCase().formatHex(content));
    }

    /** Made by connector 1.0.4.0 or older: shorter than 20 bytes. */
    public boolean isShort() {
        return hex.length() < 40;
    }

    @Override
    public String toString() {
        return "0x" + hex;
    }
}
