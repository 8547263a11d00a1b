package keyturn.practice.tsql.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ten thousand rows on both sides: loops over all pairs would not end in time. */
final class LargeTablesTest {

    private static final Duration ENOUGH = Duration.ofSeconds(20);

    private static TestSql large() {
        List<@Nullable Object[]> databases = new ArrayList<>();
        List<@Nullable Object[]> keys = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            databases.add(TestCatalog.row(i, "db" + i));
            keys.add(TestCatalog.row(9_999 - i, i % 7));
        }
        TestCatalog catalog = new TestCatalog()
                .with(
                        "databases",
                        List.of(
                                TestCatalog.required("id", SqlType.INT),
                                TestCatalog.required("name", SqlType.nvarchar(128))),
                        databases)
                .with(
                        "keys",
                        List.of(TestCatalog.required("id", SqlType.INT), TestCatalog.column("state", SqlType.INT)),
                        keys);
        return new TestSql(catalog, new TestVariables());
    }

    @Test
    void joinsByEqualityInAnyPlace() {
        TestSql sql = large();
        String byOn =
                "SELECT COUNT(*) FROM databases d JOIN keys k ON k.id = d.id AND d.name = 'db' + CAST(k.id AS varchar(9))";
        String byWhere = "SELECT COUNT(*) FROM databases d, keys k WHERE k.state < 7 AND d.id = k.id";
        assertTimeoutPreemptively(ENOUGH, () -> {
            assertEquals("10000", sql.text(byOn));
            assertEquals("10000", sql.text(byWhere));
        });
    }

    @Test
    void subqueriesFindTheirRowsByAnIndex() {
        String query = "SELECT COUNT(*) FROM databases d WHERE 3 = (SELECT MAX(k.state) FROM keys k WHERE k.id = d.id)"
                + " AND EXISTS (SELECT * FROM keys x WHERE d.id = x.id) AND d.id IN (SELECT id FROM keys)";
        assertTimeoutPreemptively(ENOUGH, () -> assertEquals("1429", large().text(query)));
    }

    @Test
    void cancellingEndsALoopThatYieldsNoRow() {
        BoundQuery query = large().bind("SELECT 1 FROM databases a JOIN databases b ON a.id > b.id + 20000");
        int[] looks = {0};
        assertTimeoutPreemptively(
                ENOUGH,
                () -> assertThrows(CancellationException.class, () -> query.run(row -> {}, () -> ++looks[0] > 3)));
    }

    @Test
    void tooManyRowsInMemoryAreAnError() {
        String query = "SELECT a.name, b.name FROM databases a CROSS JOIN databases b ORDER BY 1, 2";
        SqlError error = assertTimeoutPreemptively(
                Duration.ofMinutes(2), () -> assertThrows(SqlError.class, () -> large().rows(query)));
        assertEquals(701, error.number());
    }
}
