package keyturn.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.RequestLog;
import keyturn.script.ApprovedPlan;
import keyturn.tools.Measured;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Keyturn adds to a rotation of a thousand databases: the time of a run, journal, back-outs, looks, tests and verdict
 * included, to that of a bare JDBC loop that sends the same statements to such a range in the same process. Prints both and
 * the median of their ratios; the goal is at most 1.2. A measurement, so nothing here fails for being slow.
 */
@Tag("bench")
final class RotationBenchmark {

    private static final int DATABASES = 1000;
    private static final int ROUNDS = 5;

    @TempDir
    Path temporary;

    /** Seconds. */
    private record Pair(double run, double bare) {
        double ratio() {
            return run / bare;
        }
    }

    @Test
    void aThousandDatabasesAgainstABareLoop(TestReporter reporter) throws Exception {
        measure(0);
        List<Pair> pairs = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            Pair pair = measure(round);
            pairs.add(pair);
            System.out.printf(
                    "Rotation of %d: run %6.2f s, bare loop %6.2f s, ratio %.3f%n",
                    DATABASES, pair.run(), pair.bare(), pair.ratio());
        }
        Measured.median(
                        "rotation of a thousand databases",
                        "its statements by bare JDBC",
                        pairs.stream().map(Pair::ratio).toList(),
                        1.2)
                .tell(reporter);
    }

    private Pair measure(int round) throws Exception {
        double run;
        List<RequestLog.Entry> sent;
        try (Range range = Range.start(RangeOptions.of("thousand"))) {
            Upgrades world = new Upgrades(range, Files.createDirectory(temporary.resolve("run" + round)));
            String[] names = IntStream.rangeClosed(1, DATABASES)
                    .mapToObj("Tenant%05d"::formatted)
                    .toArray(String[]::new);
            ApprovedPlan plan = Rotations.approved(world, names);
            int before = range.log().entries().size();
            long begun = System.nanoTime();
            assertInstanceOf(RunResult.Completed.class, Rotations.run(world, plan));
            run = since(begun);
            List<RequestLog.Entry> all = range.log().entries();
            sent = all.subList(before, all.size());
        }
        try (Range range = Range.start(RangeOptions.of("thousand"))) {
            return new Pair(run, replayed(range, sent));
        }
    }

    /** Each connection of the run has one of its own here. */
    private static double replayed(Range range, List<RequestLog.Entry> sent) throws SQLException {
        Map<Integer, Connection> connections = new LinkedHashMap<>();
        List<String> refused = new ArrayList<>();
        long begun = System.nanoTime();
        for (RequestLog.Entry entry : sent) {
            if (!entry.kind().equals("batch")) {
                continue;
            }
            if (!connections.containsKey(entry.session())) {
                connections.put(entry.session(), open(range));
            }
            send(connections.get(entry.session()), unmasked(entry.text()), refused);
        }
        for (Connection connection : connections.values()) {
            connection.close();
        }
        double seconds = since(begun);
        assertEquals(List.of(), refused.stream().limit(2).toList());
        return seconds;
    }

    private static String unmasked(String text) {
        return text.replaceAll(
                "SECRET = N?'[^']*'", "SECRET = N'00000000707261637469636500000001" + Rotations.SECRET + "'");
    }

    private static void send(Connection connection, String text, List<String> refused) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(text);
            while (rows || statement.getUpdateCount() != -1) {
                if (rows) {
                    try (var result = statement.getResultSet()) {
                        int columns = result.getMetaData().getColumnCount();
                        while (result.next()) {
                            for (int i = 1; i <= columns; i++) {
                                result.getObject(i);
                            }
                        }
                    }
                }
                rows = statement.getMoreResults();
            }
        } catch (SQLException failure) {
            refused.add(text + ": " + failure.getMessage());
        }
    }

    private static Connection open(Range range) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", range.user());
        properties.put("password", range.password());
        properties.put("encrypt", "strict");
        properties.put("serverCertificate", range.certificate().toString());
        return DriverManager.getConnection("jdbc:sqlserver://127.0.0.1:" + range.port(), properties);
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
