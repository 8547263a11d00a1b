package keyturn.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import keyturn.domain.Secret;
import keyturn.run.door.Outcome;
import keyturn.script.Script;
import keyturn.script.act.SqlAct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DriverLogTest {

    private static final String SECRET = "S3cr3t~marker";

    /** Where the driver writes a statement down. */
    private static final List<String> TALKATIVE =
            List.of("", ".Statement", ".internals.SQLServerStatement", ".internals.TDS.DATA");

    @TempDir
    Path folder;

    @Test
    void aStatementWithASecretIsInNoLogHoweverTalkativeItIsToBe() throws Exception {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        Handler hearing = hearing(lines);
        List<Logger> loggers = TALKATIVE.stream()
                .map(name -> Logger.getLogger("com.microsoft.sqlserver.jdbc" + name))
                .toList();
        loggers.forEach(logger -> logger.setLevel(Level.ALL));
        loggers.forEach(logger -> logger.addHandler(hearing));
        try (HostileServer server = new HostileServer();
                SqlActs acts = SqlActs.on(Opening.open(server.target(folder), Purpose.ACT, "run"), true)) {
            var statement = new Script(List.of(new Script.Hidden(Secret.of(("ONE " + SECRET).toCharArray()))));
            assertInstanceOf(Outcome.Done.class, acts.perform(new SqlAct.SqlBatch(statement)));
        } finally {
            loggers.forEach(logger -> logger.removeHandler(hearing));
        }
        assertEquals(
                List.of(), lines.stream().filter(line -> line.contains(SECRET)).toList());
    }

    private static Handler hearing(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                lines.add(record.getMessage() + Arrays.toString(record.getParameters()));
            }

            @Override
            public void flush() {
                // nothing is kept back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
