package keyturn.practice.tsql.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import keyturn.practice.tsql.types.SqlType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries over the harbour whose rows can be told by looking at it. */
final class QueryProbesTest {

    private final TestSql sql = TestSql.harbour();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    SELECT name FROM ships WHERE fleet = 'SOUTH'                                     | bertha
                    SELECT name FROM dbo.ships s ORDER BY name DESC                                  | DORA;Clara;bertha;Anna
                    SELECT ships.id FROM master.dbo.ships WHERE dbo.ships.crew IS NULL               | 3
                    SELECT n = name, id i FROM ships WHERE id = 1                                    | Anna,1
                    SELECT TOP (2) id FROM ships ORDER BY crew DESC, id                              | 1;2
                    SELECT TOP 1 WITH TIES id FROM ships WHERE crew > 0 ORDER BY crew                | 2;4
                    SELECT TOP 50 PERCENT id FROM ships ORDER BY id                                  | 1;2
                    SELECT id FROM ships ORDER BY id OFFSET 1 ROWS FETCH NEXT 2 ROWS ONLY            | 2;3
                    SELECT DISTINCT fleet FROM ships ORDER BY fleet                                  | null;north;South
                    SELECT id AS x FROM ships ORDER BY x DESC                                        | 4;3;2;1
                    SELECT id, crew FROM ships ORDER BY 2, 1                                         | 3,null;2,10;4,10;1,30
                    SELECT s.name, v.miles FROM ships s JOIN voyages v ON v.ship = s.id ORDER BY 1, 2 | Anna,100;Anna,250;bertha,null;bertha,70
                    SELECT s.id, v.ship FROM ships s LEFT JOIN voyages v ON v.ship = s.id AND v.miles > 90 ORDER BY 1 | 1,1;1,1;2,null;3,null;4,null
                    SELECT s.id, v.ship FROM ships s RIGHT JOIN voyages v ON v.ship = s.id ORDER BY v.ship, s.id | 1,1;1,1;2,2;2,2;null,9
                    SELECT s.id, v.ship FROM ships s FULL JOIN voyages v ON v.ship = s.id WHERE s.id IS NULL OR v.ship IS NULL ORDER BY 1 | null,9;3,null;4,null
                    SELECT COUNT(*) FROM ships, voyages                                              | 20
                    SELECT COUNT(*) FROM ships s, voyages v WHERE s.id = v.ship                      | 4
                    SELECT COUNT(*), COUNT(miles), SUM(miles), AVG(miles), MIN(miles) FROM voyages   | 5,4,425,106,5
                    SELECT fleet, COUNT(*) FROM ships GROUP BY fleet HAVING COUNT(*) > 1             | north,2
                    SELECT UPPER(fleet), SUM(crew) FROM ships GROUP BY UPPER(fleet) ORDER BY 2, 1    | null,10;SOUTH ,10;NORTH,30
                    SELECT COUNT(DISTINCT crew) FROM ships                                           | 2
                    SELECT MAX(name) FROM ships WHERE 1 = 0                                          | null
                    SELECT 1 WHERE EXISTS (SELECT * FROM voyages WHERE miles > 200)                  | 1
                    SELECT id FROM ships s WHERE EXISTS (SELECT 1 FROM voyages v WHERE v.ship = s.id) | 1;2
                    SELECT id FROM ships WHERE id NOT IN (SELECT ship FROM voyages)                  | 3;4
                    SELECT ship FROM voyages WHERE miles > ALL (SELECT miles FROM voyages WHERE miles < 100) | 1;1
                    SELECT id FROM ships WHERE crew = ANY (SELECT crew FROM ships WHERE id > 3)      | 2;4
                    SELECT id, (SELECT SUM(miles) FROM voyages v WHERE v.ship = s.id) FROM ships s   | 1,350;2,70;3,null;4,null
                    SELECT s.id, t.miles FROM ships s CROSS APPLY (SELECT TOP 1 miles FROM voyages v WHERE v.ship = s.id ORDER BY miles DESC) t | 1,250;2,70
                    SELECT s.id, t.m FROM ships s OUTER APPLY (SELECT MAX(miles) m FROM voyages v WHERE v.ship = s.id HAVING COUNT(*) > 0) t | 1,250;2,70;3,null;4,null
                    SELECT s.id, u.n FROM ships s CROSS APPLY upto(s.id) u WHERE s.id < 3            | 1,1;2,1;2,2
                    SELECT v.a + 1 FROM (VALUES (1, 'x'), (2, NULL)) v (a, b) WHERE v.b IS NULL      | 3
                    SELECT d.total FROM (SELECT SUM(crew) AS total FROM ships) d                     | 50
                    WITH big AS (SELECT ship FROM voyages WHERE miles > 90), n AS (SELECT COUNT(*) c FROM big) SELECT c FROM n | 2
                    WITH r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT SUM(n) FROM r | 15
                    SELECT 1 UNION SELECT 1 UNION ALL SELECT 2                                       | 1;2
                    SELECT id FROM ships EXCEPT SELECT ship FROM voyages                             | 3;4
                    SELECT id FROM ships INTERSECT SELECT ship FROM voyages                          | 1;2
                    SELECT 1 AS a UNION ALL SELECT 3 UNION ALL SELECT 2 ORDER BY a DESC              | 3;2;1
                    SELECT id, ROW_NUMBER() OVER (ORDER BY crew DESC, id) FROM ships ORDER BY 1      | 1,1;2,2;3,4;4,3
                    SELECT id, RANK() OVER (ORDER BY crew), DENSE_RANK() OVER (ORDER BY crew) FROM ships ORDER BY id | 1,4,3;2,2,2;3,1,1;4,2,2
                    SELECT id, SUM(crew) OVER (PARTITION BY fleet) FROM ships ORDER BY id            | 1,30;2,10;3,30;4,10
                    SELECT miles, SUM(miles) OVER (ORDER BY miles) FROM voyages WHERE miles > 0 ORDER BY 1 | 5,5;70,75;100,175;250,425
                    SELECT miles, LAG(miles, 1, 0) OVER (ORDER BY miles) FROM voyages WHERE miles > 50 ORDER BY 1 | 70,0;100,70;250,100
                    SELECT id, NTILE(3) OVER (ORDER BY id) FROM ships                                | 1,1;2,1;3,2;4,3
                    SELECT fleet, SUM(COUNT(*)) OVER () FROM ships WHERE fleet > '' GROUP BY fleet ORDER BY 1 | north,3;South ,3
                    SELECT STRING_AGG(name, '+') WITHIN GROUP (ORDER BY id DESC) FROM ships          | DORA+Clara+bertha+Anna
                    SELECT STUFF((SELECT ',' + name FROM ships ORDER BY id FOR XML PATH('')), 1, 1, '') | Anna,bertha,Clara,DORA
                    SELECT (SELECT ',' + 'a<b' FOR XML PATH(''), TYPE).value('.', 'nvarchar(max)')   | ,a<b
                    SELECT value FROM STRING_SPLIT('a;b', ';')                                       | a;b
                    SELECT name FROM ships WHERE name COLLATE Latin1_General_BIN LIKE '[A-Z]%' AND id > 1 ORDER BY id | Clara;DORA
                    SELECT name FROM ships ORDER BY name COLLATE Latin1_General_BIN                  | Anna;Clara;DORA;bertha
                    SELECT (SELECT COUNT(*) FROM voyages v WHERE v.ship = s.id AND EXISTS (SELECT 1 FROM ships x WHERE x.id = s.id AND x.crew > v.miles)) FROM ships s WHERE s.id = 1 | 0
                    SELECT COUNT_BIG(*) FROM ships WITH (NOLOCK) OPTION (RECOMPILE)                  | 4
                    """)
    void rowsAreThoseThatTheHarbourHolds(String query, String rows) {
        assertEquals(rows.strip(), sql.text(query).strip(), query);
    }

    @Test
    void columnsAreKnownBeforeAnyRowIsRead() {
        String query = "SELECT id, name, crew * 2 AS twice, fleet, COUNT(*) OVER () FROM ships";
        assertEquals("int sysname int varchar(10) int", sql.types(query));
        assertEquals("id name twice fleet ", sql.names(query));
        assertEquals(false, sql.bind(query).columns().getFirst().nullable());
        assertEquals(
                true,
                sql.bind("SELECT s.id FROM voyages v LEFT JOIN ships s ON s.id = v.ship")
                        .columns()
                        .getFirst()
                        .nullable());
    }

    @Test
    void sumsAndUnionsMeetInOneType() {
        assertEquals("int decimal(38.6)", sql.types("SELECT SUM(crew), AVG(crew * 1.0) FROM ships"));
        assertEquals("nvarchar(128)", sql.types("SELECT name FROM ships UNION SELECT fleet FROM ships"));
        assertEquals("varchar(1)", sql.types("SELECT NULL UNION ALL SELECT 'a'"));
    }

    @Test
    void aSelectThatAssignsGoesThroughTheRowsInOrder() {
        TestVariables variables = new TestVariables().declare("@all", SqlType.nvarchar(100), "");
        TestSql assigning = new TestSql(TestCatalog.harbour(), variables);
        String query = "SELECT @all = @all + name + '.' FROM ships ORDER BY id DESC";
        assertTrue(assigning.bind(query).assigns());
        assertEquals("", assigning.text(query));
        assertEquals("DORA.Clara.bertha.Anna.", variables.value("@ALL"));
    }
}
