package keyturn.sql;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.reach.CertificatePin;
import keyturn.domain.reach.ServerCertificate;

/** Asks a server for its certificate. Neither login nor password is sent: the connection ends as soon as the certificate is there. */
public final class CertificateLook {

    private static final String NOBODY = "-";

    private CertificateLook() {}

    /** @throws Problem.Raised if no certificate comes */
    public static ServerCertificate at(Target target) throws Problem.Raised {
        var address = target.nodes().getFirst().address();
        SQLServerDataSource source = Opening.source(address, "Keyturn");
        source.setTrustServerCertificate(false);
        source.setUser(NOBODY);
        source.setPassword(NOBODY);
        Wire wire = new Wire();
        DriverLog.pin();
        try (CertificateWitness.Waiting waiting = CertificateWitness.begin();
                WireSockets.Name name = WireSockets.name(wire)) {
            source.setSocketFactoryClass(WireSockets.class.getName());
            source.setSocketFactoryConstructorArg(name.text());
            wire.limit(SqlLimits.USUAL.login(), Opening.LOGIN_MEGABYTES);
            source.setTrustManagerClass(CertificateWitness.class.getName());
            source.setTrustManagerConstructorArg(waiting.name());
            Optional<SQLException> failure = ended(source);
            return read(waiting.seen()
                    .get()
                    .orElseThrow(() -> new Problem.Raised(SqlProblems.atOpening(
                            failure.orElseGet(() -> new SQLException("no certificate came")), address))));
        }
    }

    private static Optional<SQLException> ended(SQLServerDataSource source) {
        try {
            source.getConnection().close();
            return Optional.empty();
        } catch (SQLException failure) {
            return Optional.of(failure);
        }
    }

    private static ServerCertificate read(X509Certificate shown) {
        try {
            return new ServerCertificate(
                    shown.getSubjectX500Principal().getName(),
                    shown.getIssuerX500Principal().getName(),
                    names(shown),
                    CertificatePin.of(shown),
                    shown.getNotBefore().toInstant(),
                    shown.getNotAfter().toInstant());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("it came in this encoding", impossible);
        }
    }

    /** Of hosts, by name or by address; each entry has its kind first. */
    private static List<String> names(X509Certificate shown) {
        try {
            return Stream.ofNullable(shown.getSubjectAlternativeNames())
                    .flatMap(all -> all.stream())
                    .filter(entry -> entry.size() > 1 && entry.get(1) instanceof String)
                    .map(entry -> String.valueOf(entry.get(1)))
                    .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }
}
