package keyturn.practice.tsql.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions whose value and type follow from the documented rules of T-SQL. */
final class ScalarProbesTest {

    private static void check(String expression, String type, String value) {
        TestSql sql = TestSql.harbour();
        assertEquals(value, sql.text("SELECT " + expression), expression);
        assertEquals(type, sql.types("SELECT " + expression), expression);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    9 / 4                                 | int            | 2
                    -9 / 4                                | int            | -2
                    9 % 4                                 | int            | 1
                    9 / 4.0                               | decimal(8.6)   | 2.250000
                    2.0 / 3                               | decimal(7.6)   | 0.666666
                    1.25 + 10                             | decimal(5.2)   | 11.25
                    1.5 * 2.25                            | decimal(6.3)   | 3.375
                    7 + '5'                               | int            | 12
                    '7' + '5'                             | varchar(2)     | 75
                    N'a' + 'bc'                           | nvarchar(3)    | abc
                    3000000000                            | decimal(10.0)  | 3000000000
                    1e2                                   | float          | 100.0
                    1e                                    | float          | 1.0
                    2E-                                   | float          | 2.0
                    0x0A + 0x0B                           | varbinary(2)   | 0x0A0B
                    6 & 3                                 | int            | 2
                    `6 | 3 ^ 1`                           | int            | 6
                    ~5                                    | int            | -6
                    $2.5 * 2                              | money          | 5.0000
                    NULL                                  | int            | null
                    NULL + 1                              | int            | null
                    CAST(1 AS tinyint) - CAST(0 AS bit)   | tinyint        | 1
                    CAST(5 AS bigint) + 1                 | bigint         | 6
                    CAST(1 AS smallint) + CAST(1 AS real) | real           | 2.0
                    """)
    void arithmeticFollowsTheTypesOfItsOperands(String expression, String type, String value) {
        check(expression, type, value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    CAST(7.99 AS int)                     | int            | 7
                    CAST(-7.99 AS int)                    | int            | -7
                    CAST(7.995 AS decimal(5,2))           | decimal(5.2)   | 8.00
                    CAST(CAST(7.5 AS money) AS int)       | int            | 8
                    CAST(7.9e0 AS int)                    | int            | 7
                    CAST(' 42 ' AS int)                   | int            | 42
                    CAST('' AS int)                       | int            | 0
                    CAST(1234567.0e0 AS varchar(20))      | varchar(20)    | 1.23457e+006
                    CAST(0.1e0 AS varchar(20))            | varchar(20)    | 0.1
                    CAST('abcdef' AS varchar(3))          | varchar(3)     | abc
                    CAST('ab' AS char(4)) + '!'           | varchar(5)     | ab  !
                    CAST(12345 AS varchar(3))             | varchar(3)     | *
                    CAST(258 AS varbinary(4))             | varbinary(4)   | 0x00000102
                    CAST(0x0102 AS int)                   | int            | 258
                    CONVERT(varchar(10), 0x1AFF, 1)       | varchar(10)    | 0x1AFF
                    CONVERT(varchar(10), 0x1AFF, 2)       | varchar(10)    | 1AFF
                    CONVERT(varbinary(2), '0x1AFF', 1)    | varbinary(2)   | 0x1AFF
                    CONVERT(varbinary(2), '1AFF', 2)      | varbinary(2)   | 0x1AFF
                    CONVERT(varchar(20), $1234567.891, 1) | varchar(20)    | 1,234,567.89
                    CAST('true' AS bit)                   | bit            | true
                    CAST(N'0e984725-c51c-4bf4-9960-e1c80e27aba0' AS uniqueidentifier) | uniqueidentifier | 0e984725-c51c-4bf4-9960-e1c80e27aba0
                    TRY_CAST('x' AS int)                  | int            | null
                    TRY_CONVERT(date, '2026-02-30')       | date           | null
                    CONVERT(varchar, SERVERPROPERTY('edition')) | varchar(30) | Practice
                    SERVERPROPERTY('nothing')             | sql_variant    | null
                    @@SPID                                | smallint       | 51
                    """)
    void conversionsCutRoundAndPad(String expression, String type, String value) {
        check(expression, type, value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    GETDATE()                                             | datetime      | 2026-03-05T14:07:09.123
                    GETUTCDATE()                                          | datetime      | 2026-03-05T12:07:09.123
                    SYSDATETIME()                                         | datetime2(7)  | 2026-03-05T14:07:09.123456700
                    SYSDATETIMEOFFSET()                                   | datetimeoffset(7) | 2026-03-05T14:07:09.123456700+02:00
                    CONVERT(varchar(30), GETDATE(), 0)                    | varchar(30)   | Mar  5 2026  2:07PM
                    CONVERT(varchar(30), GETDATE(), 103)                  | varchar(30)   | 05/03/2026
                    CONVERT(varchar(30), GETDATE(), 3)                    | varchar(30)   | 05/03/26
                    CONVERT(varchar(30), GETDATE(), 112)                  | varchar(30)   | 20260305
                    CONVERT(varchar(30), GETDATE(), 108)                  | varchar(30)   | 14:07:09
                    CONVERT(varchar(30), GETDATE(), 109)                  | varchar(30)   | Mar  5 2026  2:07:09:123PM
                    CONVERT(varchar(30), GETDATE(), 113)                  | varchar(30)   | 05 Mar 2026 14:07:09:123
                    CONVERT(varchar(30), GETDATE(), 120)                  | varchar(30)   | 2026-03-05 14:07:09
                    CONVERT(varchar(30), GETDATE(), 121)                  | varchar(30)   | 2026-03-05 14:07:09.123
                    CONVERT(varchar(30), GETDATE(), 126)                  | varchar(30)   | 2026-03-05T14:07:09.123
                    CONVERT(varchar(30), SYSDATETIME())                   | varchar(30)   | 2026-03-05 14:07:09.1234567
                    CONVERT(datetime, '03/04/2026', 103)                  | datetime      | 2026-04-03T00:00
                    CAST('2026-01-01 10:00:00.001' AS datetime)           | datetime      | 2026-01-01T10:00
                    CAST('20260105' AS date)                              | date          | 2026-01-05
                    CAST('5 Jan 2026 3:04PM' AS datetime2(0))             | datetime2(0)  | 2026-01-05T15:04
                    CAST('2026-01-01 23:59:31' AS smalldatetime)          | smalldatetime | 2026-01-02T00:00
                    DATEDIFF(year, '2025-12-31', '2026-01-01')            | int           | 1
                    DATEDIFF(hour, '2026-01-01 10:59', '2026-01-01 11:01') | int          | 1
                    DATEDIFF(day, '2026-01-01 23:00', '2026-01-02 01:00') | int           | 1
                    DATEDIFF(minute, '10:00:59', '10:00:01')              | int           | 0
                    DATEDIFF(week, '2026-03-07', '2026-03-08')            | int           | 1
                    DATEADD(month, 1, CAST('2026-01-31' AS date))         | date          | 2026-02-28
                    DATEADD(day, -1, '2026-01-01')                        | datetime      | 2025-12-31T00:00
                    DATEPART(weekday, '2026-03-08')                       | int           | 1
                    DATENAME(month, '2026-03-08')                         | nvarchar(30)  | March
                    EOMONTH('2028-02-10')                                 | date          | 2028-02-29
                    GETDATE() - 1                                         | datetime      | 2026-03-04T14:07:09.123
                    CAST(CAST('1900-01-03' AS datetime) AS int)           | int           | 2
                    SWITCHOFFSET(SYSDATETIMEOFFSET(), '+00:00')           | datetimeoffset(7) | 2026-03-05T12:07:09.123456700Z
                    """)
    void datesCountBoundariesAndKeepTheirGrain(String expression, String type, String value) {
        check(expression, type, value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    LEN('ab  ')                           | int            | 2
                    DATALENGTH(N'ab  ')                   | int            | 8
                    LEFT('keyturn', 3)                    | varchar(7)     | key
                    SUBSTRING('keyturn', 0, 3)            | varchar(7)     | ke
                    SUBSTRING(0x010203, 2, 1)             | varbinary(3)   | 0x02
                    CHARINDEX('T', 'keyturn')             | int            | 4
                    CHARINDEX('e', 'vendee', 3)           | int            | 5
                    PATINDEX('%[0-9]%', 'tde2')           | int            | 4
                    REPLACE('aXbx', 'x', '-')             | varchar(8000)  | a-b-
                    STUFF('abcdef', 2, 3, 'Z')            | varchar(7)     | aZef
                    QUOTENAME('a]b')                      | nvarchar(258)  | [a]]b]
                    CONCAT('a', NULL, 1)                  | varchar(8000)  | a1
                    CONCAT_WS('-', 'a', NULL, 'b')        | varchar(8000)  | a-b
                    REVERSE('abc')                        | varchar(3)     | cba
                    REPLICATE('ab', 2)                    | varchar(8000)  | abab
                    STR(3.14159, 6, 2)                    | varchar(8000)  | `  3.14`
                    PARSENAME('srv.db.[a.b].t', 2)        | sysname        | a.b
                    ISNULL(CAST(NULL AS varchar(2)), 'abc') | varchar(2)   | ab
                    COALESCE(NULL, 1, 2.5)                | decimal(11.1)  | 1.0
                    NULLIF('a', 'A ')                     | varchar(1)     | null
                    IIF(1 > 2, 'x', 'yy')                 | varchar(2)     | yy
                    CHOOSE(2, 'a', 'b')                   | varchar(1)     | b
                    CASE WHEN NULL = NULL THEN 1 ELSE 2.5 END | decimal(11.1) | 2.5
                    ROUND(2.345, 2)                       | decimal(4.3)   | 2.350
                    ROUND(155, -1)                        | int            | 160
                    CEILING(1.2)                          | decimal(2.0)   | 2
                    FLOOR(-1.2)                           | decimal(2.0)   | -2
                    POWER(2, 10)                          | int            | 1024
                    ABS(-3)                               | int            | 3
                    ISNUMERIC('1e4')                      | int            | 1
                    UPPER(N'straße')                      | nvarchar(6)    | STRASSE
                    FORMAT(1234.5, 'N1')                  | nvarchar(4000) | `1,234.5`
                    FORMAT(GETDATE(), 'yyyy-MM-dd HH:mm') | nvarchar(4000) | 2026-03-05 14:07
                    HASHBYTES('SHA2_256', 'a')            | varbinary(8000) | 0xCA978112CA1BBDCAFAC231B39A23DC4DA786EFF8147C4E72B9807785AFEE48BB
                    CASE WHEN 'Key ' = 'kEY' THEN 1 ELSE 0 END | int       | 1
                    CASE WHEN 'Key' = 'KEY' COLLATE Latin1_General_CS_AS THEN 1 ELSE 0 END | int | 0
                    CASE WHEN 'abc' LIKE 'A[b-d]_' THEN 1 ELSE 0 END | int | 1
                    CASE WHEN '50%' LIKE '50!%' ESCAPE '!' THEN 1 ELSE 0 END | int | 1
                    CASE WHEN NOT (1 = NULL) THEN 1 ELSE 0 END | int       | 0
                    CASE WHEN 1 NOT IN (2, NULL) THEN 1 ELSE 0 END | int   | 0
                    CASE WHEN '10' = 10.0 THEN 1 ELSE 0 END | int          | 1
                    """)
    void functionsKeepOrWidenTheirTypes(String expression, String type, String value) {
        check(expression, type, value);
    }
}
