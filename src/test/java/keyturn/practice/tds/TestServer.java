package keyturn.practice.tds;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.function.BooleanSupplier;

/** A running server with a scripted backend, and the ways in. */
final class TestServer implements AutoCloseable {

    private static final Certificate CERTIFICATE = certificate();

    final ScriptedBackend backend = new ScriptedBackend();
    final TdsServer server;

    TestServer() {
        this(Limits.standard());
    }

    TestServer(Limits limits) {
        server = TdsServer.start(backend, CERTIFICATE, 0, limits);
    }

    private static Certificate certificate() {
        return Certificate.create(Instant.now());
    }

    int port() {
        return server.port();
    }

    /** @param options more of the URL, such as {@code encrypt=false;} */
    String url(String options) {
        return "jdbc:sqlserver://127.0.0.1:" + port() + ";socketTimeout=20000;loginTimeout=10;" + options;
    }

    Connection connect(String options) throws SQLException {
        return DriverManager.getConnection(url(options), login());
    }

    static Properties login() {
        var login = new Properties();
        login.setProperty("user", "sa");
        login.setProperty("password", "S3cret!ü");
        return login;
    }

    static Path pem(Path folder) throws IOException {
        return Files.writeString(folder.resolve("practice.pem"), CERTIFICATE.pem());
    }

    /** Options for a connection that trusts this server's certificate and no other. */
    static String trusting(Path folder) throws IOException {
        Path file = folder.resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("practice", CERTIFICATE.x509());
            store.store(out, "changeit".toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        return "trustStoreType=PKCS12;trustStorePassword=changeit;trustStore=" + file + ";";
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within ten seconds: " + what);
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
