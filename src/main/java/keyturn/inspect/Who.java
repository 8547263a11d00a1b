package keyturn.inspect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection.ServerIdentity;

/**
 * The first question: whom we talk to, who we are there, what we may.
 *
 * @param notOpen databases that some views would try to start if they were read
 */
record Who(ServerIdentity identity, Rights rights, int notOpen) {

    private static final int OLDEST = 13;
    /** The line of the range's {@code @@VERSION} where a server of Microsoft's has its build date; a name shows nothing. */
    private static final String PRACTICE = "Practice range";
    /** Standard, Enterprise (and Developer, Evaluation), Express: what runs on a machine of one's own. */
    private static final Set<Integer> BOXED = Set.of(2, 3, 4);

    static Who ask(SqlReader sql) throws Problem.Raised {
        List<SqlReader.Result> results = sql.read(batch());
        for (SqlReader.Result result : results) {
            switch (result) {
                case SqlReader.Failed failed -> throw unreadable(failed.number() + " " + failed.text());
                case SqlReader.Cut cut -> throw unreadable(cut.why().text());
                case SqlReader.Rows rows -> {
                    if (rows.rows().size() == 1) {
                        return of(new Row(rows.rows().getFirst()));
                    }
                }
            }
        }
        throw unreadable("");
    }

    static String batch() {
        String permissions = Rights.ASKED.stream()
                .map(name -> ",\n  HAS_PERMS_BY_NAME(NULL, NULL, N'" + name + "') AS [" + name + "]")
                .collect(Collectors.joining());
        String inSystem = Rights.IN_SYSTEM.stream()
                .map(one -> ",\n  HAS_PERMS_BY_NAME(N'" + one.securable() + "', N'DATABASE', N'" + one.name()
                        + "') AS [" + Rights.column(one) + "]")
                .collect(Collectors.joining());
        String role = ",\n  IS_ROLEMEMBER(N'" + Rights.ROLE.name() + "') AS [" + Rights.column(Rights.ROLE) + "]";
        return """
                SELECT CONVERT(nvarchar(128), SERVERPROPERTY('ServerName')) AS server_name,
                  CONVERT(nvarchar(128), SERVERPROPERTY('ProductVersion')) AS product_version,
                  CONVERT(nvarchar(128), SERVERPROPERTY('Edition')) AS edition,
                  CONVERT(int, SERVERPROPERTY('EngineEdition')) AS engine_edition,
                  @@SERVERNAME AS node, SUSER_SNAME() AS login_name, @@VERSION AS banner,
                  (SELECT COUNT(*) FROM sys.databases AS d WHERE d.state IN (2, 3, 4)
                    OR d.is_auto_close_on = 1 AND d.is_cleanly_shutdown = 1) AS not_open""" + permissions + inSystem + role + ";\n";
    }

    private static Who of(Row row) throws Problem.Raised {
        try {
            String name = row.text("server_name");
            String banner = row.text("banner");
            String edition = row.text("edition");
            var identity = new ServerIdentity(
                    name,
                    row.text("product_version"),
                    edition,
                    new NodeName(row.optionalText("node").orElse(name)),
                    row.text("login_name"),
                    banner.lines().map(String::strip).anyMatch(PRACTICE::equals));
            refuseOthers(identity, row.number("engine_edition"), banner);
            return new Who(identity, Rights.of(row, identity.majorVersion()), row.number("not_open"));
        } catch (Row.Unexpected unexpected) {
            throw unreadable(unexpected.why().text());
        } catch (InvalidValue invalid) {
            throw new Problem.Raised(invalid.problem());
        } catch (NumberFormatException | IndexOutOfBoundsException noVersion) {
            throw unreadable(row.text("product_version"));
        }
    }

    private static void refuseOthers(ServerIdentity identity, int engine, String banner) throws Problem.Raised {
        String wrong = "";
        if (!BOXED.contains(engine)) {
            wrong = "edition";
        } else if (banner.contains(" on Linux")) {
            wrong = "system";
        } else if (identity.majorVersion() < OLDEST) {
            wrong = "version";
        }
        if (!wrong.isEmpty()) {
            throw new Problem.Raised(new Problem(
                    "server." + wrong,
                    Message.of(
                            "inspect.server." + wrong, identity.name(), identity.productVersion(), identity.edition()),
                    Optional.of(banner),
                    Message.of("inspect.server.next")));
        }
    }

    private static Problem.Raised unreadable(String detail) {
        return new Problem.Raised(new Problem(
                "server.unreadable",
                Message.of("inspect.server.unreadable"),
                Optional.of(detail).filter(text -> !text.isEmpty()),
                Message.of("inspect.server.unreadable.next")));
    }
}
