package keyturn.sql;

import com.microsoft.sqlserver.jdbc.ISQLServerMessage;
import com.microsoft.sqlserver.jdbc.SQLServerException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.security.auth.login.LoginException;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Problem;
import keyturn.domain.ServerAddress;
import org.ietf.jgss.GSSException;

/** From the driver's exceptions to problems, with the server's own numbers where it gave any. */
final class SqlProblems {

    /** Errors with a next step of their own. */
    private static final Set<Integer> KNOWN =
            Set.of(3201, 4060, 15396, 18401, 18452, 18456, 18470, 18486, 18487, 18488, 33027, 33115, 33116, 33118);

    /** Errors whose message ends with a code of the connector. */
    private static final Set<Integer> WITH_CODE = Set.of(33022, 33028, 33029, 33035, 33037, 33039, 33049, 33051, 33089);

    private static final Pattern MECHANISM = Pattern.compile("\\s*\\(Mechanism level: (.*)\\)");

    private SqlProblems() {}

    /** The connection did not come to be. */
    static Problem atOpening(SQLException failure, ServerAddress address) {
        Optional<ISQLServerMessage> said = said(failure);
        if (said.isPresent()) {
            return refused(List.of(said.get()), Message.of("sql.opening", address));
        }
        if (caused(failure, OtherCertificate.class)) {
            return of("certificate-other", deepest(failure), address);
        }
        if (caused(failure, CertificateException.class) || caused(failure, CertPathBuilderException.class)) {
            return of("certificate", deepest(failure), address);
        }
        if (caused(failure, SSLException.class)) {
            return of("tls", failure, address);
        }
        if (caused(failure, SocketTimeoutException.class)) {
            return of("timeout", failure, address);
        }
        if (caused(failure, LoginException.class) || caused(failure, GSSException.class)) {
            return of("kerberos", deepest(failure), address);
        }
        return of(caused(failure, UnsatisfiedLinkError.class) ? "integrated" : "connect", failure, address);
    }

    /** The library of the driver that lies on the path cannot be loaded. */
    static Problem ofLibrary(UnsatisfiedLinkError failure, ServerAddress address) {
        return new Problem(
                "sql.integrated",
                Message.of("sql.integrated", address),
                Optional.of(String.valueOf(failure.getMessage())),
                Message.of("sql.integrated.next"));
    }

    /** The sign-in took or brought more than any sign-in does. */
    static Problem limit(SQLException failure, ServerAddress address, Message limit) {
        return new Problem(
                "sql.login-limit",
                Message.of("sql.loginLimit", address, limit.text()),
                Optional.ofNullable(failure.getMessage()).map(OneLine::shown),
                Message.of("sql.loginLimit.next"));
    }

    /** A connection that worked, works no more. */
    static Problem lost(SQLException failure) {
        return of(caused(failure, SocketTimeoutException.class) ? "timeout" : "lost", failure, "");
    }

    /** Something between driver and us that is neither the server's word nor the network. */
    static Problem driver(SQLException failure) {
        return of("driver", failure, "");
    }

    /** @param said at least one error, in the server's order: the first is the cause, the last often "terminating abnormally" */
    static Problem refused(List<ISQLServerMessage> said, Message tried) {
        ISQLServerMessage first = said.getFirst();
        int number = first.getErrorNumber();
        String detail = said.stream().map(SqlProblems::written).collect(Collectors.joining("\n"));
        Optional<Message> byProvider =
                WITH_CODE.contains(number) ? ProviderCodes.next(first.getErrorMessage()) : Optional.empty();
        Message next = Message.of(KNOWN.contains(number) ? "sql.next." + number : "sql.next");
        return new Problem("sql." + number, tried, Optional.of(detail), byProvider.orElse(next));
    }

    /** One of our own rules. */
    static Problem plain(String rule) {
        return new Problem(
                "sql." + rule, Message.of("sql." + rule), Optional.empty(), Message.of("sql." + rule + ".next"));
    }

    /** On one line: a server's words do not begin a line that looks like ours. */
    static String written(ISQLServerMessage message) {
        return "Msg " + message.getErrorNumber() + ", Level " + message.getErrorSeverity() + ", State "
                + message.getErrorState() + ", Line " + message.getLineNumber() + ": "
                + OneLine.shown(String.valueOf(message.getErrorMessage()));
    }

    static Optional<ISQLServerMessage> said(SQLException failure) {
        return failure instanceof SQLServerException own
                ? Optional.ofNullable(own.getSQLServerError())
                : Optional.empty();
    }

    /** What the check of the certificate said; the driver puts the names of classes and of its own settings around it. */
    private static SQLException deepest(SQLException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String said = cause instanceof CertPathBuilderException
                ? Message.of("sql.certificate.path").text()
                : withoutClasses(String.valueOf(cause.getMessage()));
        return new SQLException(said, failure.getSQLState(), failure);
    }

    /** "Invalid name (Mechanism level: KrbException: No realm)" says no more than "Invalid name: No realm". */
    private static String withoutClasses(String text) {
        return MECHANISM.matcher(text).replaceAll(": $1").replaceAll("\\b[\\w.$]+Exception: ", "");
    }

    private static Problem of(String kind, SQLException failure, Object about) {
        String state = Optional.ofNullable(failure.getSQLState())
                .map(s -> " (SQLState " + s + ")")
                .orElse("");
        return new Problem(
                "sql." + kind,
                Message.of("sql." + kind, about),
                Optional.of(OneLine.shown(failure.getMessage() + state)),
                Message.of("sql." + kind + ".next"));
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
