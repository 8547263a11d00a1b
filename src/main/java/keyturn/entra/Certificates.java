package keyturn.entra;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import keyturn.domain.OperatingSystem;

/** Whose certificates are trusted. */
public final class Certificates {

    /** All roots of an operating system have a tenth of it. */
    private static final int MOST_BYTES = 4 << 20;

    private Certificates() {}

    /**
     * Those to trust: of a file and no other, else of the system; empty: those that Java trusts by itself.
     *
     * @throws IOException if the file cannot be read or holds none
     */
    public static Collection<? extends Certificate> trusted(Optional<Path> pem)
            throws IOException, GeneralSecurityException {
        if (pem.isPresent()) {
            return read(pem.get());
        }
        return OperatingSystem.isWindows() ? windowsRoots() : List.of();
    }

    /** TLS that trusts these, or what Java trusts where there are none. */
    public static SSLContext tls(Collection<? extends Certificate> trusted)
            throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        if (trusted.isEmpty()) {
            context.init(null, null, null);
            return context;
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : trusted) {
            store.setCertificateEntry("trusted-" + ++number, certificate);
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static Collection<? extends Certificate> read(Path pem) throws IOException, GeneralSecurityException {
        if (!Files.isRegularFile(pem)) {
            throw new IOException(Files.exists(pem) ? "it is no ordinary file" : "there is no such file");
        }
        try (InputStream in = Files.newInputStream(pem)) {
            byte[] text = in.readNBytes(MOST_BYTES + 1);
            if (text.length > MOST_BYTES) {
                throw new IOException("it has more than " + MOST_BYTES + " bytes");
            }
            Collection<? extends Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(text));
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
}
