package keyturn.sql;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import keyturn.domain.Problem;
import keyturn.domain.ServerAddress;
import keyturn.domain.Target;
import keyturn.entra.CodePrompt;

/** Opens one connection. Nothing is sent on it but the login; a connection that breaks is never opened again silently. */
final class Opening {

    private static final int LOGIN_SECONDS = 15;

    static final int LOGIN_MEGABYTES = 2;
    /** How long a read may keep silent. */
    private static final int READ_MILLIS = 60_000;
    /** The driver's own limit for program names. */
    private static final int PROGRAM_NAME = 128;

    private Opening() {}

    static Opened open(Target target, Purpose purpose, String run) throws Problem.Raised {
        return open(target, purpose, run, SqlLimits.USUAL);
    }

    static Opened open(Target target, Purpose purpose, String run, SqlLimits limits) throws Problem.Raised {
        return open(target, purpose, run, limits, DirectoryTokens.NOBODY);
    }

    /** @param prompt for a sign-in with a code */
    static Opened open(Target target, Purpose purpose, String run, SqlLimits limits, CodePrompt prompt)
            throws Problem.Raised {
        ServerAddress address = target.nodes().getFirst().address();
        SQLServerDataSource source = source(address, purpose.programName(run));
        Wire wire = new Wire();
        DriverLog.pin();
        try (TrustFile trust = TrustFile.of(target.tls());
                WireSockets.Name name = WireSockets.name(wire)) {
            trust.applyTo(source);
            source.setSocketFactoryClass(WireSockets.class.getName());
            source.setSocketFactoryConstructorArg(name.text());
            signIn(source, target.signIn(), prompt);
            wire.limit(limits.login(), LOGIN_MEGABYTES);
            Connection connection = source.getConnection();
            wire.free();
            if (purpose == Purpose.ACT) {
                unbound(connection);
            }
            return new Opened(connection, wire, limits);
        } catch (SQLException failure) {
            throw new Problem.Raised(wire.exceeded()
                    .map(limit -> SqlProblems.limit(failure, address, limit))
                    .orElseGet(() -> SqlProblems.atOpening(failure, address)));
        } catch (UnsatisfiedLinkError noLibrary) {
            throw new Problem.Raised(SqlProblems.ofLibrary(noLibrary, address));
        }
    }

    static SQLServerDataSource source(ServerAddress address, String programName) {
        var source = new SQLServerDataSource();
        source.setServerName(address.host());
        address.instance().ifPresent(source::setInstanceName);
        address.port().ifPresent(source::setPortNumber);
        source.setDatabaseName("master");
        source.setApplicationName(programName.substring(0, Math.min(programName.length(), PROGRAM_NAME)));
        source.setEncrypt("true");
        source.setLoginTimeout(LOGIN_SECONDS);
        source.setSocketTimeout(READ_MILLIS);
        source.setConnectRetryCount(0);
        return source;
    }

    private static void signIn(SQLServerDataSource source, Target.SignIn signIn, CodePrompt prompt)
            throws Problem.Raised {
        switch (signIn) {
            case Target.SqlLogin login -> {
                char[] password = login.password().reveal();
                source.setUser(login.user());
                source.setPassword(new String(password));
                Arrays.fill(password, '\0');
            }
            case Target.Entra entra -> source.setAccessToken(DirectoryTokens.of(entra.doors(), prompt));
            case Target.Integrated integrated -> WindowsSignIn.applyTo(source);
        }
    }

    /** An act may take hours; the driver's sockets keep alive, which is how a dead peer is noticed. */
    private static void unbound(Connection connection) throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, 0);
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }
}
