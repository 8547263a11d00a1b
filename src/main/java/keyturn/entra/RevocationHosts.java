package keyturn.entra;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.regex.Pattern;

/** Where a certificate says that its list of revoked ones is (RFC 5280, CRL distribution points). */
final class RevocationHosts {

    private static final String POINTS = "2.5.29.31";

    /** Addresses stand in the extension as plain letters. */
    private static final Pattern HOST = Pattern.compile("http://([A-Za-z0-9.-]{1,253})");

    private RevocationHosts() {}

    static List<String> of(X509Certificate certificate) {
        byte[] points = certificate.getExtensionValue(POINTS);
        return points == null
                ? List.of()
                : HOST.matcher(new String(points, ISO_8859_1))
                        .results()
                        .map(match -> match.group(1))
                        .distinct()
                        .toList();
    }
}
