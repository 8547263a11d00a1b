package keyturn.domain.reach;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import keyturn.domain.Sha256;

/**
 * One certificate and no other, told by its SHA-256 thumbprint.
 *
 * @param sha256 64 hexadecimal digits in small letters
 */
public record CertificatePin(String sha256) {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");
    private static final int PAIR = 2;

    public CertificatePin {
        if (!DIGITS.matcher(sha256).matches()) {
            throw new IllegalArgumentException("no SHA-256 thumbprint: " + sha256);
        }
    }

    public static CertificatePin of(X509Certificate certificate) throws CertificateEncodingException {
        return new CertificatePin(Sha256.hex(certificate.getEncoded()));
    }

    /** Empty: the text is no thumbprint. */
    public static Optional<CertificatePin> read(String text) {
        return DIGITS.matcher(text).matches() ? Optional.of(new CertificatePin(text)) : Optional.empty();
    }

    /** In pairs with colons between, as Windows and browsers show it. */
    public String shown() {
        StringBuilder pairs = new StringBuilder();
        for (int at = 0; at < sha256.length(); at += PAIR) {
            pairs.append(at == 0 ? "" : ":").append(sha256, at, at + PAIR);
        }
        return pairs.toString().toUpperCase(Locale.ROOT);
    }
}
