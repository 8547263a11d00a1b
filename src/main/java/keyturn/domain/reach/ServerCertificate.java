package keyturn.domain.reach;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The certificate that a server shows, whether anybody trusts it or not.
 *
 * @param subject whom it was issued to
 * @param issuer who issued it
 * @param names of hosts, that it is valid for; empty where it lists none
 * @param from begin of its validity
 * @param until end of its validity
 */
public record ServerCertificate(
        String subject, String issuer, List<String> names, CertificatePin pin, Instant from, Instant until) {

    /** The name in the certificate that SQL Server makes at each start where none was installed. */
    private static final String SELF_MADE = "cn=ssl_self_signed_fallback";

    public ServerCertificate {
        names = List.copyOf(names);
    }

    /** SQL Server made it itself, and will make another one at its next start. */
    public boolean isMadeAtStart() {
        return subject.toLowerCase(Locale.ROOT).replace(" ", "").contains(SELF_MADE);
    }

    /** It is valid neither before nor after its dates. */
    public boolean isValidAt(Instant time) {
        return !time.isBefore(from) && !time.isAfter(until);
    }
}
