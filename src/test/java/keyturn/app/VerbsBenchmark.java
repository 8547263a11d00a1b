package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.RequestLog;
import keyturn.tools.Command;
import keyturn.tools.Measured;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the verbs take, each against the least that its work can take in this process: an inspection against its bare batches through
 * JDBC, a plan against the inspection that it begins with, a preview against an inspection of the same server, a bundle against packing and
 * hashing the same files. Nothing here fails for being slow. {@code -Dkeyturn.bench.scenario} and {@code -Dkeyturn.bench.rounds}
 * take another world and other rounds.
 */
@Tag("bench")
final class VerbsBenchmark {

    private static final String SCENARIO = System.getProperty("keyturn.bench.scenario", "thousand");
    private static final int ROUNDS = Integer.getInteger("keyturn.bench.rounds", 5);

    private final Path folder;
    private final Path ready;

    VerbsBenchmark(@TempDir Path folder) {
        this.folder = folder;
        this.ready = folder.resolve("ready.json");
    }

    @Test
    void eachVerbAgainstItsFloor(TestReporter reporter) throws Exception {
        try (Range range = Range.start(RangeOptions.of(SCENARIO).withReady(ready))) {
            inspection(range, reporter);
            Path plan = planning(reporter);
            preview(reporter, plan);
            bundle(reporter, plan);
        }
    }

    private void inspection(Range range, TestReporter reporter) throws Exception {
        int before = range.log().entries().size();
        say("inspect", "--range", ready, "--json");
        List<RequestLog.Entry> all = range.log().entries();
        List<RequestLog.Entry> sent = List.copyOf(all.subList(before, all.size()));
        tell(
                reporter,
                "inspect",
                "its batches by bare JDBC",
                1.5,
                () -> say("inspect", "--range", ready, "--json"),
                () -> bare(range, sent));
    }

    private Path planning(TestReporter reporter) throws Exception {
        List<Path> made = new ArrayList<>();
        tell(
                reporter,
                "plan rotate-key",
                "inspect",
                2,
                () -> {
                    Path plan = folder.resolve("plan" + made.size() + ".json");
                    made.add(plan);
                    return say(
                            "plan",
                            "rotate-key",
                            "--range",
                            ready,
                            "--all-databases",
                            "--to-key",
                            "tde-key-2026",
                            "--out",
                            plan);
                },
                () -> say("inspect", "--range", ready));
        return made.getFirst();
    }

    private void preview(TestReporter reporter, Path plan) throws Exception {
        tell(
                reporter,
                "show --tsql",
                "inspect",
                2,
                () -> say("show", plan, "--tsql"),
                () -> say("inspect", "--range", ready));
    }

    private void bundle(TestReporter reporter, Path plan) throws Exception {
        List<Path> made = new ArrayList<>();
        tell(
                reporter,
                "bundle",
                "packing and hashing the same files",
                4,
                () -> {
                    Path zip = folder.resolve("bundle" + made.size() + ".zip");
                    made.add(zip);
                    return say("bundle", plan, "--out", zip);
                },
                () -> packed(made.getFirst()));
    }

    /** The first round warms up. */
    private static void tell(
            TestReporter reporter, String what, String floor, double goal, Callable<?> verb, Callable<?> least)
            throws Exception {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double took = seconds(verb);
            double floorTook = seconds(least);
            System.out.printf("%s %.2f s, %s %.2f s%n", what, took, floor, floorTook);
            if (round > 0 || ROUNDS == 0) {
                ratios.add(took / floorTook);
            }
        }
        Measured.median("`keyturn " + what + "`, " + SCENARIO, floor, ratios, goal)
                .tell(reporter);
    }

    private static double seconds(Callable<?> work) throws Exception {
        long begun = System.nanoTime();
        work.call();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static Command.Ended say(Object... words) {
        Command.Ended ended = InProcess.say(words);
        assertEquals(
                0, ended.exit(), () -> ended.all().lines().limit(40).toList().toString());
        return ended;
    }

    /** Each connection of the verb has one of its own here. */
    private static boolean bare(Range range, List<RequestLog.Entry> sent) throws SQLException {
        Map<Integer, Connection> connections = new LinkedHashMap<>();
        for (RequestLog.Entry entry : sent) {
            if (entry.kind().equals("batch")) {
                if (!connections.containsKey(entry.session())) {
                    connections.put(entry.session(), open(range));
                }
                drain(connections.get(entry.session()), entry.text());
            }
        }
        for (Connection connection : connections.values()) {
            connection.close();
        }
        return !connections.isEmpty();
    }

    private static void drain(Connection connection, String text) throws SQLException {
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

    private static int packed(Path bundle) throws IOException, GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (ZipFile from = new ZipFile(bundle.toFile());
                ZipOutputStream to = new ZipOutputStream(OutputStream.nullOutputStream())) {
            Enumeration<? extends ZipEntry> entries = from.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(bytes);
                digest.update(bytes);
            }
        }
        return digest.digest().length + (int) Files.size(bundle);
    }
}
