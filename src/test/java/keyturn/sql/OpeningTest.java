package keyturn.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.reach.CertificatePin;
import keyturn.domain.reach.ServerCertificate;
import keyturn.inspect.Session;
import keyturn.inspect.SqlReader;
import keyturn.inspect.registered.CentralServers;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
final class OpeningTest {

    private final Range range = start();

    private static Range start() {
        try {
            return Range.start(RangeOptions.of("healthy"));
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @AfterAll
    void stop() {
        range.close();
    }

    @Test
    void aWrongPasswordIsToldWithTheServersNumberAndWithoutThePassword() {
        Problem problem = refused(RangeTargets.withPassword(range, "not-the-password"));
        assertEquals("sql.18456", problem.code());
        assertTrue(problem.detail().orElse("").contains("State 1"), problem.toString());
        assertFalse(problem.toString().contains("not-the-password"));
        assertTrue(problem.next().text().contains("password"));
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        Problem problem = refused(RangeTargets.trusting(range, new Target.Verified(Optional.empty())));
        assertEquals("sql.certificate", problem.code());
        assertEquals("sql.certificate.next", problem.next().key());
    }

    @Test
    void aCertificateIsLookedAtWithoutASignInAndTrustedAlone() throws Exception {
        long before = range.log().entries().size();
        ServerCertificate shown =
                CertificateLook.at(RangeTargets.trusting(range, new Target.Verified(Optional.empty())));
        assertEquals(before, range.log().entries().size(), "nobody signed in");
        try (Session session =
                new SqlConnector("test").open(RangeTargets.trusting(range, new Target.Pinned(shown.pin())))) {
            assertEquals(List.of(), CentralServers.read(session.sql()), "no central management server");
        }
        var other = new CertificatePin(
                "0".repeat(CertificatePin.of(certificate()).sha256().length()));
        Problem problem = refused(RangeTargets.trusting(range, new Target.Pinned(other)));
        assertEquals("sql.certificate-other", problem.code());
        assertTrue(problem.detail().orElse("").contains(shown.pin().shown()), problem.toString());
    }

    private X509Certificate certificate() throws Exception {
        try (var in = Files.newInputStream(range.certificate())) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    @Test
    void theCertificateOfAnotherServerDoesNotHelp() throws Exception {
        try (Range other = Range.start(RangeOptions.of("healthy"))) {
            assertEquals(
                    "sql.certificate",
                    refused(RangeTargets.trusting(range, RangeTargets.pem(other.certificate())))
                            .code());
        }
    }

    @Test
    void withoutVerificationTheConnectionComesAboutWhereItWasAskedFor() throws Exception {
        Target target = RangeTargets.trusting(range, new Target.Unverified());
        try (var session = new SqlConnector("1.2.3").open(target)) {
            assertEquals(1, session.sql().read("SELECT 1 AS one").size());
        }
    }

    /** A client's pool alone may hold a hundred. */
    @Test
    void fortyConnectionsAtOnceAreTakenIn() throws Exception {
        Target target = RangeTargets.trusting(range, new Target.Unverified());
        List<Session> open = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                open.add(new SqlConnector("1.2.3").open(target));
            }
            assertEquals(1, open.getLast().sql().read("SELECT 1 AS one").size());
        } finally {
            open.forEach(Session::close);
        }
    }

    @Test
    void theFolderThatTheServerNamesForBackupsTakesOne() throws Exception {
        try (Session session = new SqlConnector("1.2.3").open(RangeTargets.administrator(range))) {
            List<SqlReader.Result> results = session.sql().read("""
                    DECLARE @file nvarchar(400) =
                        CONVERT(nvarchar(300), SERVERPROPERTY('InstanceDefaultBackupPath')) + N'\\master.bak';
                    BACKUP DATABASE [master] TO DISK = @file WITH COPY_ONLY;""");
            assertEquals(List.of(), results);
        }
    }

    @Test
    void aFileWithoutCertificateIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("empty.pem"), "");
        Problem problem = refused(RangeTargets.trusting(range, RangeTargets.pem(file)));
        assertEquals("sql.certificate-file", problem.code());
        assertTrue(problem.summary().text().contains("empty.pem"));
    }

    @Test
    void aPortThatNobodyListensOnIsNoConnection() throws Exception {
        Target gone;
        try (Range closed = Range.start(RangeOptions.of("healthy"))) {
            gone = RangeTargets.trusting(closed, new Target.Unverified());
        }
        assertEquals("sql.connect", refused(gone).code());
    }

    private static Problem refused(Target target) {
        return assertThrows(
                        Problem.Raised.class,
                        () -> new SqlConnector("1.2.3").open(target).close())
                .problem();
    }
}
