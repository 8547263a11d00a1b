package keyturn.sql;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Collection;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.reach.CertificatePin;
import keyturn.entra.Certificates;

/**
 * What the driver is to trust. Outside strict encryption it takes certificates only from a trust store file: one is
 * written to a folder of our own while a connection opens, and deleted then. Certificates are no secrets, so it has no password:
 * one would cost a tenth of a second each time it is written and read.
 */
final class TrustFile implements AutoCloseable {

    private static final LeftBehind LEFT_BEHIND = new LeftBehind(Path.of(System.getProperty("java.io.tmpdir")));

    private final boolean verified;
    private final Optional<Path> store;
    private final Optional<CertificatePin> pin;

    private TrustFile(boolean verified, Optional<Path> store, Optional<CertificatePin> pin) {
        this.verified = verified;
        this.store = store;
        this.pin = pin;
    }

    static TrustFile of(Target.Tls tls) throws Problem.Raised {
        return switch (tls) {
            case Target.Unverified unverified -> new TrustFile(false, Optional.empty(), Optional.empty());
            case Target.Pinned given -> new TrustFile(true, Optional.empty(), Optional.of(given.certificate()));
            case Target.Verified given -> verified(given.certificate());
        };
    }

    private static TrustFile verified(Optional<Path> pem) throws Problem.Raised {
        try {
            Collection<? extends Certificate> trusted = Certificates.trusted(pem);
            Optional<Path> store = trusted.isEmpty() ? Optional.empty() : Optional.of(write(trusted));
            return new TrustFile(true, store, Optional.empty());
        } catch (IOException | GeneralSecurityException failure) {
            throw new Problem.Raised(new Problem(
                    "sql.certificate-file",
                    Message.of("sql.certificateFile", pem.map(Path::toString).orElse("Windows-ROOT")),
                    Optional.of(String.valueOf(failure)),
                    Message.of("sql.certificateFile.next")));
        }
    }

    private static Path write(Collection<? extends Certificate> trusted) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        int number = 0;
        for (Certificate certificate : trusted) {
            keys.setCertificateEntry("trusted-" + ++number, certificate);
        }
        LEFT_BEHIND.sweep();
        Path file = Files.createTempDirectory(LeftBehind.PREFIX).resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            keys.store(out, null);
        }
        return file;
    }

    void applyTo(SQLServerDataSource source) {
        source.setTrustServerCertificate(!verified);
        pin.ifPresent(only -> {
            source.setTrustManagerClass(PinnedTrust.class.getName());
            source.setTrustManagerConstructorArg(only.sha256());
        });
        store.ifPresent(file -> {
            source.setTrustStore(file.toString());
            source.setTrustStoreType("PKCS12");
        });
    }

    @Override
    public void close() {
        store.ifPresent(file -> {
            delete(file);
            Optional.ofNullable(file.getParent()).ifPresent(TrustFile::delete);
        });
    }

    /** What cannot be deleted holds public certificates only, and is swept later. */
    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException left) {
            path.toFile().deleteOnExit();
        }
    }
}
