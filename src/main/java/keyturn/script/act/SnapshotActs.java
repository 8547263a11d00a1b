package keyturn.script.act;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.plan.step.TestSnapshot;
import keyturn.script.TSql;

/**
 * The T-SQL of a test by snapshot (documents: CREATE DATABASE, KB 5023236): one batch makes and drops it. One that an earlier try of the
 * same step left behind goes first, and none is dropped that is not this step's: by its name, its source and its time.
 */
public final class SnapshotActs {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

    private SnapshotActs() {}

    static String text(DatabaseName database, TestSnapshot snapshot) {
        String name = TSql.name(snapshot.name());
        String files = snapshot.files().stream()
                .map(file -> "(NAME = " + TSql.name(file.of()) + ", FILENAME = " + TSql.literal(file.path()) + ")")
                .collect(Collectors.joining(",\n    "));
        return """
            IF %1$s
                DROP DATABASE %2$s;
            CREATE DATABASE %2$s
            ON  %3$s
            AS SNAPSHOT OF %4$s;
            IF %1$s
            BEGIN
                DROP DATABASE %2$s;
                PRINT %5$s;
            END;""".formatted(
                        isThere(database, snapshot),
                        name,
                        files,
                        TSql.name(database.value()),
                        TSql.literal("Snapshot " + snapshot.name() + " was created and dropped."));
    }

    static String drop(DatabaseName database, TestSnapshot snapshot) {
        return """
            IF %s
                DROP DATABASE %s;""".formatted(isThere(database, snapshot), TSql.name(snapshot.name()));
    }

    /** That the snapshot of this step is there. */
    public static String isThere(DatabaseName database, TestSnapshot snapshot) {
        return """
            EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.name = %s AND d.source_database_id = DB_ID(%s)
                AND d.create_date >= CONVERT(datetime, %s, 126))""".formatted(
                        TSql.literal(snapshot.name()),
                        TSql.literal(database.value()),
                        TSql.literal(LOCAL.format(snapshot.since())));
    }
}
