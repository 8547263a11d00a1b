package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.util.Locale;
import java.util.Optional;
import keyturn.practice.server.state.Identity;
import keyturn.practice.tsql.catalog.Catalog.Global;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** The values with two signs. */
final class Globals {

    private Globals() {}

    static Optional<Global> find(Scene scene, String name) {
        Identity identity = scene.instance().identity();
        SessionFacts session = scene.session();
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "VERSION" -> global(nvarchar(300), version(identity));
            case "SERVERNAME" -> global(nvarchar(128), identity.serverName());
            case "SERVICENAME" -> global(nvarchar(128), identity.instance().orElse("MSSQLSERVER"));
            case "MICROSOFTVERSION" ->
                global(
                        INT,
                        (identity.version().major() << 24) | identity.version().build());
            case "SPID" -> global(SMALLINT, session.spid());
            case "TRANCOUNT" -> global(INT, session.transactions());
            case "FETCH_STATUS" -> global(INT, scene.workspace().fetchStatus());
            case "CURSOR_ROWS" -> global(INT, scene.workspace().cursorRows());
            case "NESTLEVEL" -> global(INT, scene.workspace().nestLevel());
            case "IDENTITY" ->
                global(SqlType.decimal(38, 0), scene.workspace().identity().orElse(null));
            case "ERROR" -> global(INT, session.error());
            case "ROWCOUNT" -> global(INT, (int) Math.min(session.rowcount(), Integer.MAX_VALUE));
            case "LOCK_TIMEOUT" -> global(INT, session.lockTimeout());
            default -> constant(name.toUpperCase(Locale.ROOT));
        };
    }

    private static Optional<Global> constant(String name) {
        return switch (name) {
            case "LANGUAGE" -> global(nvarchar(128), "us_english");
            case "LANGID" -> global(SMALLINT, 0);
            case "MAX_PRECISION" -> global(TINYINT, 38);
            case "MAX_CONNECTIONS" -> global(INT, 32767);
            case "DATEFIRST" -> global(TINYINT, 7);
            case "PROCID" -> global(INT, 0);
            case "OPTIONS" -> global(INT, 5496);
            case "TEXTSIZE" -> global(INT, 2147483647);
            default -> Optional.empty();
        };
    }

    private static Optional<Global> global(SqlType type, @Nullable Object value) {
        return Optional.of(new Global(type, value));
    }

    private static String version(Identity identity) {
        return "Microsoft SQL Server " + identity.version().year() + " (RTM) - " + identity.version()
                + " (X64) \n\tPractice range \n\tCopyright (C) "
                + identity.version().year()
                + " Microsoft Corporation\n\t" + identity.edition()
                + " on Windows Server 2022 Standard 10.0 <X64> (Build 20348: ) (Hypervisor)\n";
    }
}
