package keyturn.entra;

import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import keyturn.domain.OneLine;
import keyturn.domain.reach.Endpoint;
import keyturn.domain.reach.Endpoint.Purpose;
import keyturn.domain.reach.EndpointSeen;
import keyturn.domain.reach.EndpointSeen.Reach;

/** Tries to reach addresses from this computer, through the system's proxy where it has one; sends no token and reads no answer. */
public final class Reachability {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final HttpClient http;
    private final Clock clock;

    private Reachability(HttpClient http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * @param certificate the only one that is trusted, as PEM; empty: what the system trusts
     * @throws IOException if a certificate cannot be read
     */
    public static Reachability trusting(Optional<Path> certificate, Clock clock)
            throws IOException, GeneralSecurityException {
        return new Reachability(
                HttpClient.newBuilder()
                        .sslContext(Certificates.tls(Certificates.trusted(certificate)))
                        .proxy(new ProxyChoice(ProxySelector.getDefault()))
                        .connectTimeout(LONGEST)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build(),
                clock);
    }

    /** The proxy that this computer uses for the host, as {@code HOST:PORT}; empty: none. */
    public static Optional<String> proxyFor(String host) {
        return new ProxyChoice(ProxySelector.getDefault())
                .select(URI.create("https://" + host + "/")).stream()
                        .filter(proxy -> proxy.type() != Proxy.Type.DIRECT)
                        .map(proxy -> String.valueOf(proxy.address()))
                        .findFirst();
    }

    /** Ends within twenty seconds. Any answer is one, whatever its status. */
    public EndpointSeen of(Endpoint endpoint) {
        String scheme = endpoint.purpose() == Purpose.REVOCATION ? "http" : "https";
        var request = HttpRequest.newBuilder(URI.create(scheme + "://" + endpoint.host() + ":" + endpoint.port() + "/"))
                .timeout(LONGEST)
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answered(endpoint, answer);
        } catch (IOException failed) {
            return failed(endpoint, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return failed(endpoint, new IOException(interrupted));
        }
    }

    private EndpointSeen answered(Endpoint endpoint, HttpResponse<InputStream> answer) {
        Optional<X509Certificate> shown = answer.sslSession().flatMap(session -> {
            try {
                return Stream.of(session.getPeerCertificates())
                        .flatMap(Reachability::x509)
                        .findFirst();
            } catch (SSLPeerUnverifiedException none) {
                return Optional.empty();
            }
        });
        return new EndpointSeen(
                endpoint,
                Reach.ANSWERED,
                Optional.empty(),
                answer.headers().firstValue("date").flatMap(this::ahead),
                shown.map(one -> OneLine.shown(one.getIssuerX500Principal().getName())),
                shown.map(RevocationHosts::of).orElse(List.of()));
    }

    private static Stream<X509Certificate> x509(Certificate certificate) {
        return certificate instanceof X509Certificate one ? Stream.of(one) : Stream.empty();
    }

    private Optional<Duration> ahead(String date) {
        try {
            ZonedDateTime there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(there.toInstant(), clock.instant()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static EndpointSeen failed(Endpoint endpoint, IOException failure) {
        Reach reach =
                switch (Failure.of(failure)) {
                    case Failure.Network network ->
                        switch (network.kind()) {
                            case DNS -> Reach.NO_NAME;
                            case CERTIFICATE, TLS -> Reach.NOT_TRUSTED;
                            case CONNECT -> Reach.NO_CONNECTION;
                            case TIMEOUT, BROKEN -> Reach.NO_ANSWER;
                        };
                    case Failure.NoToken other -> Reach.NO_ANSWER;
                    case Failure.Limit other -> Reach.NO_ANSWER;
                    case Failure.Client other -> Reach.NO_ANSWER;
                    case Failure.Said other -> Reach.NO_ANSWER;
                };
        return new EndpointSeen(
                endpoint,
                reach,
                Optional.of(OneLine.shown(String.valueOf(failure))),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
