package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import keyturn.domain.reach.CertificatePin;
import keyturn.tools.Command;
import keyturn.tools.RangeHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose certificate nobody vouches for is reached on the command line by its thumbprint, and by no other one. */
final class PinnedCertificateTest {

    @TempDir
    private Path folder;

    @Test
    void oneCertificateIsAcceptedByItsThumbprint() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            CertificatePin pin;
            try (var pem = Files.newInputStream(range.range().certificate())) {
                pin = CertificatePin.of((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(pem));
            }
            assertEquals(0, inspect(range, pin.shown()).exit(), "as the window shows it");
            Command.Ended other = inspect(range, "0".repeat(64));
            assertEquals(5, other.exit());
            assertTrue(other.err().replaceAll("\\s", "").contains(pin.shown()), other.err());
            assertEquals(2, inspect(range, "no thumbprint").exit());
        }
    }

    private Command.Ended inspect(RangeHere range, String thumbprint) throws Exception {
        Path password = folder.resolve("password");
        if (!Files.exists(password)) {
            Files.createFile(
                    password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, range.range().password());
        }
        return InProcess.say(
                "inspect",
                "--server",
                "127.0.0.1," + range.range().port(),
                "--auth",
                "sql",
                "--user",
                range.range().user(),
                "--password-file",
                password.toString(),
                "--pinned-certificate",
                thumbprint);
    }
}
