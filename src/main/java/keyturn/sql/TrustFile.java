package keyturn.sql;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Target;

/**
 * What the driver is to trust. Outside strict encryption it takes certificates only from a trust store file: one is
 * written to a folder of our own while a connection opens, and deleted then. Certificates are no secrets.
 */
final class TrustFile implements AutoCloseable {

    private static final String STORE_PASSWORD = "certificates-only";

    private final boolean verified;
    private final Optional<Path> store;

    private TrustFile(boolean verified, Optional<Path> store) {
        this.verified = verified;
        this.store = store;
    }

    static TrustFile of(Target.Tls tls) throws Problem.Raised {
        return switch (tls) {
            case Target.Unverified unverified -> new TrustFile(false, Optional.empty());
            case Target.Verified given -> verified(given.certificate());
        };
    }

    private static TrustFile verified(Optional<Path> pem) throws Problem.Raised {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        if (pem.isEmpty() && !windows) {
            return new TrustFile(true, Optional.empty());
        }
        try {
            Collection<? extends Certificate> trusted = pem.isPresent() ? read(pem.get()) : windowsRoots();
            return new TrustFile(true, Optional.of(write(trusted)));
        } catch (IOException | GeneralSecurityException failure) {
            throw new Problem.Raised(new Problem(
                    "sql.certificate-file",
                    Message.of("sql.certificateFile", pem.map(Path::toString).orElse("Windows-ROOT")),
                    Optional.of(String.valueOf(failure)),
                    Message.of("sql.certificateFile.next")));
        }
    }

    private static Collection<? extends Certificate> read(Path pem) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(pem)) {
            Collection<? extends Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (read.isEmpty()) {
                throw new IOException("no certificate in it");
            }
            return read;
        }
    }

    /** The roots that Windows trusts, an own authority's among them, with those of Java. */
    private static List<Certificate> windowsRoots() throws IOException, GeneralSecurityException {
        List<Certificate> roots = new ArrayList<>();
        KeyStore windows = KeyStore.getInstance("Windows-ROOT");
        windows.load(null, null);
        for (String alias : Collections.list(windows.aliases())) {
            Optional.ofNullable(windows.getCertificate(alias)).ifPresent(roots::add);
        }
        TrustManagerFactory java = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        java.init((KeyStore) null);
        for (var manager : java.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                roots.addAll(List.of(x509.getAcceptedIssuers()));
            }
        }
        return roots;
    }

    private static Path write(Collection<? extends Certificate> trusted) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        int number = 0;
        for (Certificate certificate : trusted) {
            keys.setCertificateEntry("trusted-" + ++number, certificate);
        }
        Path file = Files.createTempDirectory("keyturn-trust").resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            keys.store(out, STORE_PASSWORD.toCharArray());
        }
        return file;
    }

    void applyTo(SQLServerDataSource source) {
        source.setTrustServerCertificate(!verified);
        store.ifPresent(file -> {
            source.setTrustStore(file.toString());
            source.setTrustStoreType("PKCS12");
            source.setTrustStorePassword(STORE_PASSWORD);
        });
    }

    @Override
    public void close() {
        store.ifPresent(file -> {
            delete(file);
            Optional.ofNullable(file.getParent()).ifPresent(TrustFile::delete);
        });
    }

    /** What cannot be deleted holds public certificates only; the system empties its temporary folder some day. */
    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException left) {
            path.toFile().deleteOnExit();
        }
    }
}
