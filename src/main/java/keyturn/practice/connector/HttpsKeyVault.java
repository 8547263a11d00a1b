package keyturn.practice.connector;

import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import keyturn.practice.server.state.KeyVault;
import keyturn.practice.server.state.Patience;
import keyturn.practice.server.state.SignIn;
import org.jspecify.annotations.Nullable;

/** The way to vaults by HTTPS, over connections that are kept. */
public final class HttpsKeyVault implements KeyVault, AutoCloseable {

    private static final String SUFFIX = ".vault.azure.net";

    private final X509Certificate trusted;
    private final Function<String, Optional<String>> names;
    private @Nullable HttpClient http;

    /**
     * @param trusted the one certificate that a vault or a directory may show
     * @param names from a host's name to where it answers, as {@code https://address:port}; empty where there is no such
     *     host
     */
    public HttpsKeyVault(X509Certificate trusted, Function<String, Optional<String>> names) {
        this.trusted = trusted;
        this.names = names;
    }

    @Override
    public Door open(SignIn who, Patience patience) {
        if (!who.secret().complete()) {
            return new Closed(Codes.SECRET_TOO_SHORT);
        }
        String host = host(who.vault());
        Optional<String> address = names.apply(host);
        if (address.isEmpty()) {
            return new Closed(Codes.NO_SUCH_VAULT);
        }
        Wire wire = new Wire(http(), patience);
        try {
            String token = Challenge.of(wire, address.get()).token(wire, who.secret());
            return new Opened(new HttpsSession(wire, host, address.get(), token));
        } catch (GaveUp e) {
            return new Closed(e.code());
        }
    }

    /** A short name is one of the public cloud. */
    private static String host(String identity) {
        String small = identity.toLowerCase(Locale.ROOT);
        return small.indexOf('.') < 0 ? small + SUFFIX : small;
    }

    /** Made when first needed: a range whose server never asks its vault needs none. */
    private synchronized HttpClient http() {
        if (http == null) {
            http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(trust())
                    .build();
        }
        return http;
    }

    private SSLContext trust() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            load(store);
            store.setCertificateEntry("range", trusted);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void load(KeyStore store) throws GeneralSecurityException {
        try {
            store.load(null, null);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void close() {
        Optional.ofNullable(http).ifPresent(HttpClient::shutdownNow);
    }
}
