package keyturn.practice.tsql.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import keyturn.practice.tsql.SqlError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements that must fail: number, line and, where it names something, the text. */
final class FaultProbesTest {

    private final TestSql sql = TestSql.harbour();

    private SqlError fault(String query) {
        return assertThrows(SqlError.class, () -> sql.rows(query.replace("~", "\n")), query);
    }

    /** A tilde stands for the end of a line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    SELECT 1 +                                             | 102 | 1
                    SELECT~FROM ships                                      | 156 | 2
                    SELECT id~FROM ships~WHERE nope = 1                    | 207 | 3
                    SELECT ships.nope FROM ships                           | 207 | 1
                    SELECT id FROM~nowhere                                 | 208 | 2
                    SELECT * FROM ships CROSS APPLY nofunction(1) x        | 208 | 1
                    SELECT~id FROM ships a, ships b                        | 209 | 2
                    SELECT x.id~FROM ships                                 | 4104 | 1
                    SELECT *~FROM ships s JOIN voyages v ON v.ship = ships.id | 4104 | 2
                    SELECT nofunction(1)                                   | 195 | 1
                    SELECT dbo.nofunction(1)                               | 4121 | 1
                    SELECT x.* FROM ships                                  | 107 | 1
                    SELECT @nope                                           | 137 | 1
                    SELECT * FROM @nope                                    | 1087 | 1
                    SELECT 1e999                                           | 168 | 1
                    SELECT CAST(300 AS tinyint)                            | 220 | 1
                    SELECT CAST('blue' AS date)                            | 241 | 1
                    SELECT CAST('2026-13-01' AS datetime)                  | 242 | 1
                    ~SELECT 1 + 'x'                                        | 245 | 2
                    SELECT CAST('x' AS decimal(5,2))                       | 8114 | 1
                    SELECT CAST(99999 AS decimal(4,0))                     | 8115 | 1
                    SELECT 2147483647 + 1                                  | 8115 | 1
                    SELECT SUM(n) FROM (VALUES (2147483647), (1)) v (n)    | 8115 | 1
                    SELECT CAST('x' AS uniqueidentifier)                   | 8169 | 1
                    SELECT CAST(1 AS date)                                 | 529 | 1
                    SELECT CAST(1 AS blob)                                 | 243 | 1
                    SELECT CONVERT(varchar(30), GETDATE(), 7777)           | 281 | 1
                    SELECT (SELECT id FROM ships)                          | 512 | 1
                    SELECT id~FROM ships~WHERE 1 / (id - id) = 1           | 8134 | 1
                    SELECT SUM(name) FROM ships                            | 8117 | 1
                    SELECT 'a' - 'b'                                       | 8117 | 1
                    SELECT fleet, COUNT(*)~FROM ships                      | 8120 | 1
                    SELECT COUNT(*) FROM ships HAVING id > 1               | 8121 | 1
                    SELECT COUNT(*) FROM ships ORDER BY id                 | 8127 | 1
                    SELECT id FROM ships WHERE COUNT(*) > 1                | 147 | 1
                    SELECT SUM(MAX(id)) FROM ships                         | 130 | 1
                    SELECT id FROM ships WHERE id IN (SELECT 1, 2)         | 116 | 1
                    SELECT 1 UNION SELECT 1, 2                             | 205 | 1
                    SELECT id FROM ships ORDER BY 3                        | 108 | 1
                    SELECT DISTINCT id FROM ships ORDER BY crew            | 145 | 1
                    SELECT id FROM ships UNION SELECT 1 ORDER BY crew      | 104 | 1
                    SELECT 1 FROM (SELECT 1) d                             | 8155 | 1
                    SELECT 1 FROM (SELECT 1 a, 2 a) d                      | 8156 | 1
                    SELECT id FROM ships a, voyages a                      | 1011 | 1
                    SELECT *                                               | 263 | 1
                    SELECT ROW_NUMBER() OVER (PARTITION BY id) FROM ships  | 4112 | 1
                    SELECT id FROM ships WHERE ROW_NUMBER() OVER (ORDER BY id) = 1 | 4108 | 1
                    SELECT LEN()                                           | 174 | 1
                    SELECT 'a' COLLATE Nowhere                             | 448 | 1
                    SELECT GETDATE() + CAST('2026-01-01' AS date)          | 402 | 1
                    SELECT CAST('2026-01-01' AS date) + 1                  | 206 | 1
                    SELECT SUBSTRING('abc', 1, -1)                         | 537 | 1
                    WITH r AS (SELECT 1 n UNION ALL SELECT n + 1 FROM r) SELECT * FROM r | 530 | 1
                    SELECT TOP (-1) id FROM ships                          | 127 | 1
                    """)
    void faultsCarryNumberAndLine(String query, int number, int line) {
        SqlError error = fault(query);
        assertEquals(number, error.number(), error.text());
        assertEquals(line, error.line(), error.text());
    }

    @Test
    void textsAreThoseOfTheServer() {
        assertEquals(
                "Invalid column name 'Nope'.", fault("SELECT Nope FROM ships").text());
        assertEquals(
                "Invalid object name 'sys.nowhere'.",
                fault("SELECT 1 FROM sys.nowhere").text());
        assertEquals(
                "The multi-part identifier \"t.x\" could not be bound.",
                fault("SELECT t.x FROM ships").text());
        assertEquals(
                "Conversion failed when converting the nvarchar value 'Anna' to data type int.",
                fault("SELECT id FROM ships WHERE name = 1").text());
        assertEquals(
                "Column 'dbo.ships.fleet' is invalid in the select list because it is not contained in either an aggregate"
                        + " function or the GROUP BY clause.",
                fault("SELECT fleet, COUNT(*) FROM dbo.ships").text());
        assertEquals("Divide by zero error encountered.", fault("SELECT 1 % 0").text());
        assertEquals(
                "Arithmetic overflow error for data type tinyint, value = 256.",
                fault("SELECT CAST(256 AS tinyint)").text());
    }
}
