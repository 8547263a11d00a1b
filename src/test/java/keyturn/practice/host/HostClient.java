package keyturn.practice.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import keyturn.practice.Range;

/** Asks the host's door of a range to run a script. */
final class HostClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private HostClient() {}

    static JsonNode post(Range range, String body) throws IOException {
        URI door = URI.create(range.offers().get("host") + "/powershell");
        HttpRequest request = HttpRequest.newBuilder(door)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(trust(range.certificate())).build()) {
            return JSON.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private static SSLContext trust(Path pem) throws IOException {
        try (var in = Files.newInputStream(pem)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            var certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
            store.setCertificateEntry("range", certificate);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
