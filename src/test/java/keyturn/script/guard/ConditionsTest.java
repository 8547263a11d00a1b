package keyturn.script.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.inspect.Inspector;
import keyturn.plan.fact.Condition;
import keyturn.plan.fact.Holds;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.sql.RangeTargets;
import keyturn.sql.SqlConnector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A condition has two interpreters. In many worlds of the range, each the one before and one statement more, both are asked of
 * every condition and of every mutation of it: the one over a fresh inspection, the other by the real driver.
 */
final class ConditionsTest {

    private static final String SECRET = "00000000707261637469636500000001practice~NotASecret.OfAnybody-0123456789";

    /** A rotation of Sales there and back, step by step. */
    private static final List<String> ROTATION = List.of(
            "BACKUP LOG Ledger TO DISK = N'a.trn'",
            "BACKUP DATABASE Ledger TO DISK = N'a.bak'",
            credential("NEW_CRED", ConditionPool.VAULT),
            opened("NEW_KEY", "tde-key-2026"),
            "CREATE LOGIN NEW_LOGIN FROM ASYMMETRIC KEY NEW_KEY",
            "ALTER LOGIN NEW_LOGIN ADD CREDENTIAL NEW_CRED",
            "BACKUP LOG Sales TO DISK = N'0.trn'",
            reencrypted("NEW_KEY"),
            "BACKUP LOG Sales TO DISK = N'1.trn' WITH NAME = " + "N'" + ConditionPool.OURS.set() + "'",
            reencrypted("TDE_Key_2024"),
            "ALTER DATABASE Sales SET OFFLINE WITH ROLLBACK IMMEDIATE",
            "ALTER DATABASE Sales SET ONLINE",
            "ALTER LOGIN NEW_LOGIN DROP CREDENTIAL NEW_CRED",
            "DROP LOGIN NEW_LOGIN",
            "DROP ASYMMETRIC KEY NEW_KEY",
            "DROP CREDENTIAL NEW_CRED");

    /** The names that a rotation wants, taken by things of another kind. */
    private static final List<String> NAMESAKES = List.of(
            "CREATE LOGIN NEW_LOGIN WITH PASSWORD = N'Practice-Only-1'",
            "CREATE CREDENTIAL NEW_CRED WITH IDENTITY = N'" + ConditionPool.VAULT + "'",
            "DROP CREDENTIAL NEW_CRED",
            credential("NEW_CRED", "other"),
            "ALTER LOGIN NEW_LOGIN ADD CREDENTIAL NEW_CRED",
            "DROP LOGIN NEW_LOGIN",
            opened("NEW_KEY", "tde-key-2026"));

    private static final List<String> UPGRADE = List.of(
            "ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM DISABLE",
            "ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM FROM FILE = N'" + ConditionPool.NEW + "'",
            "ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM ENABLE");

    private static String credential(String name, String identity) {
        return "CREATE CREDENTIAL " + name + " WITH IDENTITY = '" + identity + "', SECRET = '" + SECRET
                + "' FOR CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM";
    }

    private static String opened(String name, String vaultKey) {
        return "CREATE ASYMMETRIC KEY " + name + " FROM PROVIDER AzureKeyVault_EKM WITH PROVIDER_KEY_NAME = N'"
                + vaultKey + "', CREATION_DISPOSITION = OPEN_EXISTING";
    }

    private static String reencrypted(String key) {
        return "USE Sales; ALTER DATABASE ENCRYPTION KEY ENCRYPTION BY SERVER ASYMMETRIC KEY " + key + "; USE master";
    }

    private enum Answer {
        YES,
        NO,
        /** Something is under way, or a database is not open. */
        UNDECIDED
    }

    /** What both said of each condition, world by world; they agreed. */
    private final Map<Condition, List<Answer>> answers = new LinkedHashMap<>();

    private static Set<Condition> asked() {
        Set<Condition> all = new LinkedHashSet<>();
        for (Condition condition : ConditionPool.conditions()) {
            all.add(condition);
            all.addAll(ConditionPool.mutations(condition));
        }
        return all;
    }

    @Test
    void bothSayTheSameAndNoMutationGoesUnseen() throws Exception {
        walk("healthy", ROTATION, false);
        walk("healthy", NAMESAKES, false);
        walk("healthy", UPGRADE, true);

        List<String> unseen = new ArrayList<>();
        for (Condition condition : ConditionPool.conditions()) {
            for (Condition mutation : ConditionPool.mutations(condition)) {
                if (Objects.requireNonNull(answers.get(condition)).equals(answers.get(mutation))) {
                    unseen.add(condition + " and " + mutation + " are the same everywhere");
                }
            }
        }
        assertEquals(List.of(), unseen);
    }

    /** The same in worlds that nobody has thought of: statements at random, refused or not. */
    @Tag("matrix")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void bothSayTheSameWhateverWasDone(long seed) throws Exception {
        List<String> statements =
                Stream.of(ROTATION, NAMESAKES, UPGRADE).flatMap(List::stream).toList();
        Random random = new Random(seed);
        walk(
                seed % 2 == 0 ? "healthy" : "pending-restart",
                Stream.generate(() -> statements.get(random.nextInt(statements.size())))
                        .limit(60)
                        .toList(),
                true);
        assertTrue(answers.size() > 40, answers.size() + " conditions");
    }

    /** No document settles what the catalog shows of the login of a key: the range's other ways. */
    @ParameterizedTest
    @ValueSource(strings = {"key-sid-shown", "key-sid-opaque"})
    void bothSayTheSameWhateverIsShownOfTheLoginOfAKey(String fault) throws Exception {
        walk(RangeOptions.of("healthy").withFaults(List.of(fault)), ROTATION.subList(2, 8), false);
    }

    private void walk(String scenario, List<String> statements, boolean restart) throws Exception {
        walk(RangeOptions.of(scenario), statements, restart);
    }

    private void walk(RangeOptions world, List<String> statements, boolean restart) throws Exception {
        String scenario = world.scenario() + world.faults();
        try (Range range = Range.start(world)) {
            compare(range, scenario);
            for (String statement : statements) {
                try (Connection connection = connection(range);
                        Statement sent = connection.createStatement()) {
                    sent.execute(statement);
                } catch (SQLException refused) {
                    assertTrue(refused.getErrorCode() > 0, refused.getMessage());
                }
                compare(range, scenario + " after " + statement.replace(SECRET, "?"));
            }
            if (restart) {
                assertTrue(range.restart());
                compare(range, scenario + " after a restart");
            }
        }
    }

    private void compare(Range range, String world) throws Exception {
        List<Condition> all = List.copyOf(asked());
        Inspection seen = look(range);
        List<Answer> server = server(range, all);
        for (int i = 0; i < all.size(); i++) {
            Answer java = java(all.get(i).holds(seen));
            assertEquals(
                    java,
                    server.get(i),
                    world + ": " + all.get(i) + ", in Java " + all.get(i).holds(seen));
            answers.computeIfAbsent(all.get(i), condition -> new ArrayList<>()).add(java);
        }
    }

    private static Inspection look(Range range) throws Problem.Raised {
        try (var session = new SqlConnector("1.2.3").open(RangeTargets.administrator(range))) {
            return new Inspector(Clock.systemUTC()).inspect(session);
        }
    }

    private static Answer java(Holds holds) {
        return switch (holds) {
            case Holds.Yes yes -> Answer.YES;
            case Holds.No no -> Answer.NO;
            case Holds.Unknown unknown -> Answer.UNDECIDED;
        };
    }

    /** All in one SELECT. */
    private static List<Answer> server(Range range, List<Condition> conditions) throws SQLException {
        StringBuilder select = new StringBuilder("SELECT 0");
        conditions.forEach(condition -> select.append(",\n").append(column(ConditionGuards.of(condition))));
        List<Answer> answers = new ArrayList<>();
        try (Connection connection = connection(range);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select.toString())) {
            assertTrue(row.next());
            for (int i = 0; i < conditions.size(); i++) {
                answers.add(Answer.values()[row.getInt(i + 2)]);
            }
        }
        return answers;
    }

    /** Without a door to the vault, what the server says of its part is all that Java knows too. */
    private static String column(Asked asked) {
        return switch (asked) {
            case Asked.InTSql sql ->
                "CASE WHEN " + sql.holds() + " THEN 0 "
                        + sql.undecided().map(one -> "WHEN " + one + " THEN 2 ").orElse("") + "ELSE 1 END";
            case Asked.Partly part -> "CASE WHEN " + part.holds() + " THEN 0 ELSE 1 END";
            case Asked.Elsewhere other -> "2";
        };
    }

    private static Connection connection(Range range) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", range.user());
        properties.put("password", range.password());
        properties.put("encrypt", "strict");
        properties.put("serverCertificate", range.certificate().toString());
        return DriverManager.getConnection("jdbc:sqlserver://127.0.0.1:" + range.port(), properties);
    }
}
