package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that tells capital letters from small ones, in names and in texts; one of its databases does not. */
final class CaseSensitiveTest {

    private static KeyRange range;

    @BeforeAll
    static void start() throws IOException, SQLException {
        range = KeyRange.of("case-sensitive");
    }

    @AfterAll
    static void stop() throws SQLException {
        range.close();
    }

    private static String value(String expression) throws SQLException {
        return range.rows("SELECT " + expression).getFirst().getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SERVERPROPERTY('Collation')                                 | SQL_Latin1_General_CP1_CS_AS
            SERVERPROPERTY('collation')                                 | SQL_Latin1_General_CP1_CS_AS
            SERVERPROPERTY('SqlSortOrder')                              | 51
            SERVERPROPERTY('ComparisonStyle')                           | 196608
            DATABASEPROPERTYEX('master', 'collation')                   | SQL_Latin1_General_CP1_CS_AS
            DATABASEPROPERTYEX('Staging', 'Collation')                  | SQL_Latin1_General_CP1_CI_AS
            DATABASEPROPERTYEX('staging', 'Collation')                  | null
            (select collation_name from sys.databases where name = 'Sales') | SQL_Latin1_General_CP1_CS_AS
            (select collation_name from sys.databases where name = 'Staging') | SQL_Latin1_General_CP1_CI_AS
            DB_ID('sales')                                              | null
            OBJECT_ID('sys.databases') - OBJECT_ID('sys.databases')     | 0
            OBJECT_ID('SYS.databases')                                  | null
            SCHEMA_ID('DBO')                                            | null
            SUSER_ID('PRACTICE')                                        | null
            case when 'a' = 'A' then 1 else 0 end                       | 0
            case when 'a' = 'A' collate Latin1_General_CI_AS then 1 else 0 end | 1
            case when 'Sales' like 's%' then 1 else 0 end               | 0
            case when 'Sales' collate Latin1_General_CI_AS like 's%' then 1 else 0 end | 1
            case when 'b' in ('A', 'B') then 1 else 0 end               | 0
            case when 'B' like '[a-c]' then 1 else 0 end                | 1
            charindex('A', 'banAna')                                    | 4
            replace('banAna', 'A', 'x')                                 | banxna
            nullif('a', 'A')                                            | a
            (select count(*) from sys.databases where name = 'sales')   | 0
            (select count(*) from sys.databases where state_desc = 'online' and database_id = 1) | 1
            (select count(distinct v) from (values ('a'), ('A'), ('a ')) t(v)) | 2
            COLLATIONPROPERTY('SQL_Latin1_General_CP1_CS_AS', 'ComparisonStyle') | 196608
            """)
    void textsAndNamesDifferByCase(String expression, String expected) throws SQLException {
        assertEquals(expected, value(expression));
    }

    @Test
    void rowsComeGroupedAndInTheOrderOfTheCollation() throws SQLException {
        String rows = "(values ('b'), ('A'), ('B'), ('a'), ('b')) t(v)";
        assertEquals(
                List.of("a1", "A1", "b2", "B1"),
                column("select v + cast(count(*) as varchar) from " + rows + " group by v order by v"));
        assertEquals(
                List.of("B1"),
                column("select 'B' + cast(count(*) as varchar) from " + rows
                        + " join (values ('B')) u(w) on u.w = t.v"));
        assertEquals(List.of("2"), column("select count(*) from (select 'a' union select 'A' union select 'a') t(v)"));
    }

    private static List<String> column(String sql) throws SQLException {
        return range.rows(sql).stream().map(List::getFirst).toList();
    }

    /** Keywords, functions, types, date parts and properties are the language's own and of any case. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SeLeCt Name FROM (select 1 AS Name) T WHERE T.Name = 1",
                "select cast(1 as INT), Convert(VARCHAR(10), 1), DATEADD(DAY, 1, GetDate()), @@VERSION, @@version",
                "declare @a Int; set @a = 1; select @a",
                "select object_id('sys.databases'), ServerProperty('productversion')",
                "select name from sys.databases with (NoLock) option (Recompile)",
                "Exec sp_executesql N'select 1'",
            })
    void theLanguageIsOfAnyCase(String sql) throws SQLException {
        assertEquals("[]", range.run(sql));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select name from SYS.databases              | 208 16 1 Invalid object name 'SYS.databases'.
            select name from sys.Databases              | 208 16 1 Invalid object name 'sys.Databases'.
            select NAME from sys.databases              | 207 16 1 Invalid column name 'NAME'.
            select d.name from sys.databases D          | 4104 16 1 The multi-part identifier "d.name" could not be bound.
            select * from information_schema.tables     | 208 16 1 Invalid object name 'information_schema.tables'.
            select * from sys.DM_EXEC_SESSIONS          | 208 16 1 Invalid object name 'sys.DM_EXEC_SESSIONS'.
            declare @a int; select @A                   | 137 15 2 Must declare the scalar variable "@A".
            declare @a SYSNAME                          | 2715 16 3 Column, parameter, or variable #1: Cannot find data type SYSNAME.
            use MASTER                                  | 911 16 1 Database 'MASTER' does not exist. Make sure that the name is entered correctly.
            exec SP_WHO2                                | 2812 16 62 Could not find stored procedure 'SP_WHO2'.
            exec SP_CONFIGURE                           | 2812 16 62 Could not find stored procedure 'SP_CONFIGURE'.
            exec sp_configure 'Show Advanced Options'   | 15123 16 1 The configuration option 'Show Advanced Options' does not exist, or it may be an advanced option.
            alter login PRACTICE disable                | 15151 16 1 Cannot alter the login 'PRACTICE', because it does not exist or you do not have permission.
            drop credential AZURE_EKM_TDE_CRED          | 15151 16 1 Cannot drop the credential 'AZURE_EKM_TDE_CRED', because it does not exist or you do not have permission.
            alter cryptographic provider azurekeyvault_ekm disable | 15151 16 1 Cannot alter the cryptographic provider 'azurekeyvault_ekm', because it does not exist or you do not have permission.
            drop asymmetric key tde_key_2024            | 15151 16 1 Cannot drop the asymmetric key 'tde_key_2024', because it does not exist or you do not have permission.
            alter database sales set offline            | 5011 14 5 User does not have permission to alter database 'sales', the database does not exist, or the database is not in a state that allows access checks.
            """)
    void aNameInAnotherCaseIsAnother(String sql, String error) throws SQLException {
        assertTrue((range.run(sql) + " " + range.client().run(sql).errors()).contains(error), range.run(sql));
    }

    @Test
    void namesThatDifferByCaseAloneStandBesideEachOther() throws SQLException {
        assertEquals(
                List.of("tde_login", "TDE_Login"),
                column("select name from sys.server_principals where name collate Latin1_General_CI_AS = 'TDE_LOGIN'"
                        + " order by name"));
        assertEquals("[]", range.run("create login Foo with password = 'Practice-Foo-1'"));
        assertEquals("[]", range.run("create login foo with password = 'Practice-foo-2'"));
        assertTrue(
                range.run("create login foo with password = 'Practice-foo-2'").startsWith("15025 "));
        try (RangeClient lower = RangeClient.connect(range.range(), "foo", "Practice-foo-2", "")) {
            assertEquals(
                    List.of(List.of("foo")), lower.run("select suser_name()").rows());
        }
        assertEquals("[]", range.run("drop login Foo"));
        assertEquals(List.of("foo"), column("select name from sys.sql_logins where name in ('Foo', 'foo')"));
        assertThrows(
                SQLException.class,
                () -> RangeClient.connect(
                                range.range(), "PRACTICE", range.range().password(), "")
                        .close());
        assertEquals("[]", range.run("create database Twin"));
        assertTrue(
                range.run("create database twin").contains("5170 "),
                "the database may be, its file may not: file names are of any case");
        assertEquals("[]", range.run("drop database Twin"));
    }

    @Test
    void variablesTemporaryTablesAndLabelsAreTold() throws SQLException {
        assertEquals(
                List.of(List.of("1", "2")),
                range.rows("declare @a int = 1, @A int = 2; create table #t (i int); create table #T (i int, I int);"
                        + " insert #t values (1); insert #T (i, I) values (1, 2);"
                        + " goto Done; done: select 0; Done: select @a, I from #T where I = @A"));
        assertEquals("[]", range.run("drop table #t, #T"));
    }

    /** In the database of another collation names are of any case, but for what belongs to the server. */
    @Test
    void aDatabaseHasItsOwnCollation() throws SQLException {
        try (RangeClient client = RangeClient.connect(
                range.range(), range.range().user(), range.range().password(), "Staging")) {
            assertEquals(
                    List.of(),
                    client.run("select NAME from SYS.Objects where 1 = 0").errors());
            assertEquals(
                    List.of(List.of("1")),
                    client.run("select case when 'a' = 'A' then 1 else 0 end").rows());
            assertTrue(client.run("declare @a int; select @A").onlyError().startsWith("137 "));
            assertTrue(client.run("use MASTER").onlyError().startsWith("911 "));
            assertEquals(
                    List.of(),
                    client.run("create table Here (v varchar(10)); insert HERE values ('x')")
                            .errors());
            assertEquals(
                    "468 16 9 Cannot resolve the collation conflict between \"SQL_Latin1_General_CP1_CI_AS\" and"
                            + " \"SQL_Latin1_General_CP1_CS_AS\" in the equal to operation.",
                    client.run("select 1 from here join master.sys.databases d on v = d.name")
                            .onlyError());
            assertEquals(
                    List.of(),
                    client.run("select 1 from here join master.sys.databases d on v = d.name collate database_default")
                            .errors());
            assertEquals(
                    "468 16 9 Cannot resolve the collation conflict between \"SQL_Latin1_General_CP1_CI_AS\" and"
                            + " \"SQL_Latin1_General_CP1_CS_AS\" in the equal to operation.",
                    client.run("create table #w (v varchar(10)); select 1 from here h join #w w on h.v = w.v")
                            .onlyError());
            assertEquals(
                    List.of(List.of("0")),
                    client.run("select count(*) from sys.server_principals where name = 'PRACTICE'")
                            .rows());
            assertEquals(List.of(), client.run("use master").errors());
            assertTrue(
                    client.run("select 1 from Staging.dbo.Missing").onlyError().startsWith("208 "));
        }
    }

    @Test
    void aConflictIsToldWhereTwoCollationsMeet() throws SQLException {
        String conflict = "Cannot resolve the collation conflict between \"SQL_Latin1_General_CP1_CS_AS\" and"
                + " \"Latin1_General_CI_AS_KS_WS\" in the ";
        assertEquals(
                "468 16 9 " + conflict + "equal to operation.",
                range.run("select 1 from sys.objects where name = type_desc"));
        assertEquals(
                "468 16 9 " + conflict + "UNION operation.",
                range.run("select name from sys.databases union select state_desc from sys.databases"));
        assertEquals(
                "451 16 1 Cannot resolve collation conflict between \"SQL_Latin1_General_CP1_CS_AS\" and"
                        + " \"Latin1_General_CI_AS_KS_WS\" in UNION ALL operator occurring in SELECT statement column 2.",
                range.run("select 1, name from sys.databases union all select 1, state_desc from sys.databases"));
        assertEquals("[]", range.run("select 1 from sys.objects where name = type_desc collate database_default"));
    }

    @Test
    void theDefaultIsTheUsualOne() throws IOException, SQLException {
        try (Range usual = Range.start(RangeOptions.of("healthy"));
                RangeClient client = RangeClient.administrator(usual)) {
            assertEquals(
                    List.of(List.of("SQL_Latin1_General_CP1_CI_AS", "872468488", "52", "1")),
                    client.run("select SERVERPROPERTY('Collation'), SERVERPROPERTY('CollationID'),"
                                    + " SERVERPROPERTY('SqlSortOrder'), db_id('MASTER')")
                            .rows());
        }
    }
}
