package keyturn.sql;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.X509TrustManager;

/**
 * Sees the certificate that a server shows, and trusts none: the connection ends there, before anybody has signed in. The driver
 * makes one of these itself, by the class's name and one text: the name under which somebody waits for the certificate.
 */
public final class CertificateWitness implements X509TrustManager {

    private static final Map<String, Waiting> ALL = new ConcurrentHashMap<>();

    private final Waiting waiting;

    /** @throws IllegalArgumentException for a name under which nobody waits */
    public CertificateWitness(String name) {
        this.waiting = Optional.ofNullable(ALL.get(name)).orElseThrow(() -> new IllegalArgumentException(name));
    }

    static Waiting begin() {
        Waiting waiting = new Waiting(UUID.randomUUID().toString(), new AtomicReference<>(Optional.empty()));
        ALL.put(waiting.name(), waiting);
        return waiting;
    }

    /** Somebody who waits for a certificate; forgotten when it is closed. */
    record Waiting(String name, AtomicReference<Optional<X509Certificate>> seen) implements AutoCloseable {

        @Override
        public void close() {
            ALL.remove(name);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        waiting.seen().set(Optional.of(chain[0]));
        throw new CertificateException("only looked at");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("nobody signs in here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
