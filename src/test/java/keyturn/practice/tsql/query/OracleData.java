package keyturn.practice.tsql.query;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** The same two tables here and in H2. No text ends in a blank, since the two disagree about these by nature. */
final class OracleData {

    private static final String[] GROUPS = {"red", "green", "blue"};
    private static final String[] NOTES = {"Alpha", "alpha", "beta", "Gamma", "delta_x", "50%"};

    private final List<@Nullable Object[]> items = new ArrayList<>();
    private final List<@Nullable Object[]> marks = new ArrayList<>();

    OracleData(Random random) {
        for (int i = 1; i <= 40; i++) {
            items.add(TestCatalog.row(
                    i,
                    maybe(random, GROUPS[random.nextInt(GROUPS.length)]),
                    maybe(random, random.nextInt(200) - 60),
                    maybe(random, BigDecimal.valueOf(random.nextInt(40_000) - 9_000, 2)),
                    maybe(random, NOTES[random.nextInt(NOTES.length)])));
        }
        for (int i = 0; i < 70; i++) {
            marks.add(TestCatalog.row(
                    random.nextInt(48), GROUPS[random.nextInt(GROUPS.length)], maybe(random, random.nextInt(30))));
        }
    }

    private static @Nullable Object maybe(Random random, Object value) {
        return random.nextInt(6) == 0 ? null : value;
    }

    TestCatalog catalog() {
        return new TestCatalog()
                .with(
                        "items",
                        List.of(
                                TestCatalog.required("id", SqlType.INT),
                                TestCatalog.column("grp", SqlType.varchar(10)),
                                TestCatalog.column("num", SqlType.INT),
                                TestCatalog.column("amount", SqlType.decimal(10, 2)),
                                TestCatalog.column("note", SqlType.varchar(20))),
                        items)
                .with(
                        "marks",
                        List.of(
                                TestCatalog.required("item", SqlType.INT),
                                TestCatalog.column("kind", SqlType.varchar(10)),
                                TestCatalog.column("score", SqlType.INT)),
                        marks);
    }

    Connection h2() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:;MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;"
                + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;IGNORECASE=TRUE;IGNORE_CATALOGS=TRUE");
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE items (id INT NOT NULL, grp VARCHAR(10), num INT, amount DECIMAL(10, 2), note VARCHAR(20))");
            statement.execute("CREATE TABLE marks (item INT NOT NULL, kind VARCHAR(10), score INT)");
        }
        fill(connection, "INSERT INTO items VALUES (?, ?, ?, ?, ?)", items);
        fill(connection, "INSERT INTO marks VALUES (?, ?, ?)", marks);
        return connection;
    }

    private static void fill(Connection connection, String sql, List<@Nullable Object[]> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.execute();
            }
        }
    }
}
