package keyturn.entra;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import keyturn.domain.OneLine;
import keyturn.domain.Problem;
import org.jspecify.annotations.Nullable;

/** What became of a request that Microsoft's clients threw an exception for. */
public sealed interface Failure {

    /** How far a request came, by what was observed of it. */
    enum Reach {
        /** It did not leave this machine. */
        NOT_SENT,
        /** The door answered that it did not do it. */
        REFUSED,
        /** It left, or may have left, and no answer tells what became of it. */
        UNANSWERED
    }

    /** A fault of the door's own, or of something before it, tells nothing of what became of the request. */
    default Reach reach() {
        return switch (this) {
            case NoToken noToken -> Reach.NOT_SENT;
            case Network network -> network.sent() ? Reach.UNANSWERED : Reach.NOT_SENT;
            case Said said -> said.isFaultOfDoor() ? Reach.UNANSWERED : Reach.REFUSED;
            case Limit limit -> Reach.UNANSWERED;
            case Client client -> Reach.UNANSWERED;
        };
    }

    /**
     * No token was to be had, so the request was not sent.
     *
     * @param number of the directory's answer, {@code 7000215}; empty where it gave no numbered answer
     */
    record NoToken(Problem problem, Optional<String> number) implements Failure {}

    /**
     * No answer came.
     *
     * @param sent the request had left this machine, or may have
     */
    record Network(Kind kind, boolean sent, String detail) implements Failure {}

    /** Why no answer came. */
    enum Kind {
        /** The name is known to nobody. */
        DNS,
        /** The certificate is not trusted, or not made out for that name. */
        CERTIFICATE,
        /** No encrypted connection came about for another reason. */
        TLS,
        /** Nobody listens, or something between refuses. */
        CONNECT,
        TIMEOUT,
        /** A connection that was there went away. */
        BROKEN
    }

    /**
     * The door said no.
     *
     * @param code of the answer's error: {@code Forbidden}; empty if it gives none
     * @param inner the closer one, where there is one: {@code ForbiddenByRbac}
     * @param message in the door's own words
     * @param requestId by which its operators find the request
     * @param pause what it wants to be left alone for
     */
    record Said(
            int status, String code, String inner, String message, Optional<String> requestId, Optional<Duration> pause)
            implements Failure {

        /** Status of a door that gave up waiting for the rest of a request. */
        private static final int REQUEST_TIMEOUT = 408;

        /** The first status of faults that are not the request's. */
        private static final int FIRST_FAULT = 500;

        /** It says that something went wrong there, and nothing of what was asked for. */
        boolean isFaultOfDoor() {
            return status == REQUEST_TIMEOUT || status >= FIRST_FAULT;
        }

        /** The closest code there is. */
        public String closest() {
            return inner.isEmpty() ? code : inner;
        }

        /** Status, codes, words and request id, on lines of their own where they are. */
        public String detail() {
            String codes = code.isEmpty() ? "" : " " + code + (inner.isEmpty() ? "" : "/" + inner);
            return Stream.of(
                            Optional.of("HTTP " + status + codes),
                            Optional.of(OneLine.shown(message.strip())).filter(text -> !text.isEmpty()),
                            requestId.map(id -> "Request id " + id))
                    .flatMap(Optional::stream)
                    .reduce((above, below) -> above + "\n" + below)
                    .orElseThrow();
        }
    }

    /**
     * The answer went beyond a limit of ours.
     *
     * @param most the limit: seconds, megabytes or pages; or the host that was to be asked instead
     */
    record Limit(LimitKind kind, String most) implements Failure {}

    /** What an answer has too much of. */
    enum LimitKind {
        TIME,
        SIZE,
        PAGES,
        /** It sends anyone who asks to another host. */
        ELSEWHERE
    }

    /** Something of Microsoft's clients themselves. */
    record Client(String detail) implements Failure {}

    static Failure of(Throwable failure) {
        return Causes.of(failure)
                .filter(SignInFailed.class::isInstance)
                .map(SignInFailed.class::cast)
                .findFirst()
                .<Failure>map(SignInFailed::why)
                .or(() -> limit(failure))
                .or(() -> said(failure))
                .or(() -> network(failure))
                .orElseGet(() -> new Client(String.valueOf(failure)));
    }

    private static Optional<Failure> limit(Throwable failure) {
        return Causes.of(failure)
                .filter(LimitPassed.class::isInstance)
                .map(LimitPassed.class::cast)
                .findFirst()
                .map(LimitPassed::why);
    }

    private static Optional<Failure> said(Throwable failure) {
        return Causes.of(failure)
                .filter(HttpResponseException.class::isInstance)
                .map(HttpResponseException.class::cast)
                .filter(told -> told.getResponse() != null)
                .findFirst()
                .map(told -> said(told.getResponse(), told.getValue()));
    }

    /** @param body the answer's JSON as a tree of maps; anything else holds no code */
    static Failure said(HttpResponse response, @Nullable Object body) {
        Map<?, ?> error = map(map(body).get("error"));
        Map<?, ?> inner = map(error.get("innererror"));
        return new Said(
                response.getStatusCode(),
                text(error, "code"),
                text(inner, "code"),
                text(error, "message"),
                requestId(response),
                pause(response.getHeaderValue(HttpHeaderName.RETRY_AFTER)));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }

    /** Vault and resource manager write it one way, the directory another. */
    static Optional<String> requestId(HttpResponse response) {
        return Optional.ofNullable(response.getHeaderValue(HttpHeaderName.X_MS_REQUEST_ID))
                .or(() -> Optional.ofNullable(response.getHeaderValue(HttpHeaderName.fromString("request-id"))));
    }

    /** Whole seconds; a date, which the header may hold too, is as good as no word. */
    static Optional<Duration> pause(@Nullable String header) {
        return Optional.ofNullable(header)
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private static Optional<Failure> network(Throwable failure) {
        return kind(failure).map(kind -> new Network(kind, isSent(kind, failure), deepest(failure)));
    }

    /** Only what is known to come before a request is: anything else may have broken while it was answered. */
    private static boolean isSent(Kind kind, Throwable failure) {
        return switch (kind) {
            case DNS, CERTIFICATE, CONNECT -> false;
            case TLS -> !Causes.contain(failure, SSLHandshakeException.class);
            case TIMEOUT -> !Causes.contain(failure, HttpConnectTimeoutException.class);
            case BROKEN -> true;
        };
    }

    private static Optional<Kind> kind(Throwable failure) {
        if (Causes.contain(failure, UnknownHostException.class)
                || Causes.contain(failure, UnresolvedAddressException.class)) {
            return Optional.of(Kind.DNS);
        }
        if (Causes.contain(failure, CertificateException.class)
                || Causes.contain(failure, CertPathBuilderException.class)) {
            return Optional.of(Kind.CERTIFICATE);
        }
        if (Causes.contain(failure, SSLException.class)) {
            return Optional.of(Kind.TLS);
        }
        if (Causes.contain(failure, HttpTimeoutException.class)
                || Causes.contain(failure, TimeoutException.class)
                || Causes.contain(failure, InterruptedIOException.class)) {
            return Optional.of(Kind.TIMEOUT);
        }
        if (Causes.contain(failure, ConnectException.class)) {
            return Optional.of(Kind.CONNECT);
        }
        boolean file = Causes.contain(failure, FileSystemException.class);
        return !file && Causes.contain(failure, IOException.class) ? Optional.of(Kind.BROKEN) : Optional.empty();
    }

    private static String deepest(Throwable failure) {
        Throwable last = Causes.of(failure).reduce((outer, inner) -> inner).orElseThrow();
        String said = last.getMessage();
        return last.getClass().getSimpleName() + (said == null ? "" : ": " + OneLine.shown(said));
    }
}
