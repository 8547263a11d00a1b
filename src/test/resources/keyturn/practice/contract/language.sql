-- What any SQL Server answers to any client. A case begins with "-- case", a batch ends with GO, a line that begins with
-- "--> " says what comes back: row (values parted by " | "), error (number severity state line text), print (text).

-- case whole numbers
SELECT CAST(0 AS bit), CAST(1 AS bit), CAST(255 AS tinyint), CAST(-32768 AS smallint), CAST(2147483647 AS int), CAST(-9223372036854775808 AS bigint);
--> row 0 | 1 | 255 | -32768 | 2147483647 | -9223372036854775808
GO

-- case numbers with a point
SELECT CAST(1.50 AS decimal(9, 2)), CAST(-0.0000000001 AS decimal(38, 10)), CAST(1234567890.123456 AS numeric(38, 9)), CAST(CAST(12345678901234567890.123456789 AS numeric(38, 9)) AS varchar(40)), CAST(7.25 AS money), CAST(0.5 AS float), CAST(0.25 AS real);
--> row 1.5 | -0.0000000001 | 1234567890.123456 | 12345678901234567890.123456789 | 7.25 | 0.5 | 0.25
GO

-- case texts of every kind
SELECT CAST('ab' AS char(4)) + '.', CAST('varchar' AS varchar(20)), CAST(N'κλειδί' AS nchar(6)), N'鍵 😀 ‘’‚‛“”„', CAST(N'max' AS nvarchar(max)), CAST('' AS varchar(5)) + 'e';
--> row ab  . | varchar | κλειδί | 鍵 😀 ‘’‚‛“”„ | max | e
GO

-- case bytes and identifiers
SELECT 0x00FF10, CAST(0x01 AS binary(4)), CAST(0xABCDEF AS varbinary(max)), CAST('00112233-4455-6677-8899-aabbccddeeff' AS uniqueidentifier);
--> row 0x00FF10 | 0x01000000 | 0xABCDEF | 00112233-4455-6677-8899-AABBCCDDEEFF
GO

-- case nothing is not empty
SELECT CAST(NULL AS int), CAST(NULL AS nvarchar(10)), CAST(NULL AS varbinary(8)), CAST(NULL AS uniqueidentifier), CAST(NULL AS decimal(5, 2)), CAST(NULL AS datetime2), ISNULL(NULL, 'x'), COALESCE(NULL, 3);
--> row NULL | NULL | NULL | NULL | NULL | NULL | x | 3
GO

-- case instants as text
SELECT CONVERT(varchar(30), CAST('2026-01-02T03:04:05.678' AS datetime), 121), CONVERT(varchar(40), CAST('2026-01-02T03:04:05.1234567' AS datetime2(7)), 126), CONVERT(varchar(20), CAST('2026-12-31' AS date), 112), CONVERT(varchar(40), CAST('2026-01-02T03:04:05.5+02:00' AS datetimeoffset(1)), 127);
--> row 2026-01-02 03:04:05.677 | 2026-01-02T03:04:05.1234567 | 20261231 | 2026-01-02T01:04:05.5Z
GO

-- case a variant keeps its type
SELECT SQL_VARIANT_PROPERTY(v, 'BaseType'), CAST(v AS nvarchar(20)) FROM (VALUES (CAST(7 AS sql_variant)), (CAST(N'x' AS sql_variant)), (CAST(CAST('2026-01-02' AS date) AS sql_variant))) AS t (v);
--> row int | 7
--> row nvarchar | x
--> row date | 2026-01-02
GO

-- case several results, one of them empty
SELECT 1 AS a; SELECT name FROM sys.databases WHERE 1 = 0; SELECT N'b', N'c';
--> row 1
--> row b | c
GO

-- case the system databases
SELECT database_id, name, state_desc FROM sys.databases WHERE database_id <= 4 ORDER BY database_id;
--> row 1 | master | ONLINE
--> row 2 | tempdb | ONLINE
--> row 3 | model | ONLINE
--> row 4 | msdb | ONLINE
GO

-- case messages on the way
PRINT N'first'; SELECT 1; RAISERROR (N'second %d of %s', 10, 1, 2, N'two') WITH NOWAIT; PRINT 'third ' + CAST(3 AS varchar(5));
--> row 1
--> print first
--> print second 2 of two
--> print third 3
GO

-- case a statement fails and the next one runs
SELECT 1 / 0;
SELECT 2;
--> error 8134 16 1 1 Divide by zero error encountered.
--> row 2
GO

-- case a conversion ends its batch and the next batch runs
SELECT 1;
SELECT CAST('x' AS int);
SELECT 2;
--> row 1
--> error 245 16 1 2 Conversion failed when converting the varchar value 'x' to data type int.
GO
SELECT 3;
--> row 3
GO

-- case a wrong column stops the whole batch
SELECT 1;
SELECT nothing FROM sys.databases;
--> error 207 16 1 2 Invalid column name 'nothing'.
GO

-- case a missing object stops where it stands
SELECT 1;
SELECT * FROM dbo.no_such_table;
SELECT 2;
--> row 1
--> error 208 16 1 2 Invalid object name 'dbo.no_such_table'.
GO

-- case errors of syntax
SELEC 1
--> error 2812 16 62 1 Could not find stored procedure 'SELEC'.
GO
SELECT 1,
FROM sys.databases
--> error 156 15 1 2 Incorrect syntax near the keyword 'FROM'.
GO
SELECT (1
--> error 102 15 1 1 Incorrect syntax near '1'.
GO
SELECT @undeclared
--> error 137 15 2 1 Must declare the scalar variable "@undeclared".
GO

-- case overflow in each of its ways
SELECT CAST(300 AS tinyint);
--> error 220 16 2 1 Arithmetic overflow error for data type tinyint, value = 300.
GO
SELECT CAST(3000000000 AS int);
--> error 8115 16 2 1 Arithmetic overflow error converting expression to data type int.
GO
SELECT 2147483647 + 1;
--> error 8115 16 2 1 Arithmetic overflow error converting expression to data type int.
GO

-- case more than one value where one belongs
SELECT (SELECT name FROM sys.databases WHERE database_id <= 2);
--> error 512 16 1 1 Subquery returned more than 1 value. This is not permitted when the subquery follows =, !=, <, <= , >, >= or when the subquery is used as an expression.
GO

-- case an error raised with its place
PRINT 'before';

RAISERROR (N'stopped at %s', 16, 7, N'here');
PRINT 'after';
--> print before
--> error 50000 16 7 3 stopped at here
--> print after
GO

-- case thrown
SELECT 1;
THROW 51000, N'thrown', 3;
SELECT 2;
--> row 1
--> error 51000 16 3 2 thrown
GO

-- case caught
BEGIN TRY
    SELECT 1 / 0;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER(), ERROR_SEVERITY(), ERROR_STATE(), ERROR_LINE(), ERROR_MESSAGE(), @@TRANCOUNT;
END CATCH
--> row 8134 | 16 | 1 | 2 | Divide by zero error encountered. | 0
GO

-- case caught and thrown on
BEGIN TRY
    RAISERROR ('inner', 14, 2);
END TRY
BEGIN CATCH
    PRINT 'caught';
    THROW;
END CATCH
--> print caught
--> error 50000 14 2 2 inner
GO

-- case variables, loops and their end
DECLARE @i int = 0, @s nvarchar(50) = N'';
WHILE @i < 10
BEGIN
    SET @i += 1;
    IF @i % 2 = 0 CONTINUE;
    IF @i > 7 BREAK;
    SET @s = @s + CAST(@i AS nvarchar(10)) + N',';
END
SELECT @i, @s;
--> row 9 | 1,3,5,7,
GO
SELECT @i;
--> error 137 15 2 1 Must declare the scalar variable "@i".
GO

-- case text run with parameters, one of them coming back
DECLARE @n int, @p nvarchar(100) = N'@from int, @to int OUTPUT';
EXEC sp_executesql N'SELECT @to = COUNT(*) FROM sys.databases WHERE database_id <= @from; SELECT @from * 2;', @p, @from = 4, @to = @n OUTPUT;
SELECT @n;
--> row 8
--> row 4
GO
EXEC (N'SELECT ' + N'1 + 1');
--> row 2
GO
DECLARE @x nvarchar(20) = N'1 + 1'; EXEC (N'SELECT ' + @x);
--> row 2
GO

-- case a procedure that is not there
EXEC dbo.no_such_procedure 1, N'x';
--> error 2812 16 62 1 Could not find stored procedure 'dbo.no_such_procedure'.
GO

-- case a session stands in a database
USE tempdb;
SELECT DB_NAME();
--> row tempdb
GO
SELECT DB_NAME();
--> row tempdb
GO
USE [no such database];
--> error 911 16 1 1 Database 'no such database' does not exist. Make sure that the name is entered correctly.
GO
SELECT DB_NAME();
--> row tempdb
GO
EXEC master.sys.sp_executesql N'SELECT DB_NAME()';
SELECT DB_NAME();
--> row master
--> row tempdb
GO

-- case transactions from batch to batch
BEGIN TRANSACTION;
SELECT @@TRANCOUNT, XACT_STATE();
--> row 1 | 1
GO
BEGIN TRANSACTION;
SELECT @@TRANCOUNT;
--> row 2
GO
ROLLBACK TRANSACTION;
SELECT @@TRANCOUNT, XACT_STATE();
--> row 0 | 0
GO
COMMIT TRANSACTION;
--> error 3902 16 1 1 The COMMIT TRANSACTION request has no corresponding BEGIN TRANSACTION.
GO
ROLLBACK TRANSACTION;
--> error 3903 16 1 1 The ROLLBACK TRANSACTION request has no corresponding BEGIN TRANSACTION.
GO

-- case options that last for the session
SET NOCOUNT ON; SET LOCK_TIMEOUT 1500;
SELECT @@LOCK_TIMEOUT;
--> row 1500
GO
SELECT @@LOCK_TIMEOUT;
--> row 1500
GO
SET ROWCOUNT 2;
SELECT database_id FROM sys.databases ORDER BY database_id;
SET ROWCOUNT 0;
--> row 1
--> row 2
GO

-- case queries of several shapes
WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5)
SELECT i, ROW_NUMBER() OVER (ORDER BY i DESC), SUM(i) OVER (PARTITION BY i % 2) FROM n ORDER BY i;
--> row 1 | 5 | 9
--> row 2 | 4 | 6
--> row 3 | 3 | 9
--> row 4 | 2 | 6
--> row 5 | 1 | 9
GO
SELECT d.name, x.n FROM sys.databases d CROSS APPLY (SELECT LEN(d.name) AS n) x WHERE d.database_id IN (1, 4) ORDER BY d.name;
--> row master | 6
--> row msdb | 4
GO
SELECT STUFF((SELECT ',' + name FROM sys.databases WHERE database_id <= 4 ORDER BY database_id FOR XML PATH('')), 1, 1, '');
--> row master,tempdb,model,msdb
GO
SELECT TOP (1) WITH TIES a, COUNT(*) FROM (VALUES (1), (2), (2), (3), (3)) AS v (a) GROUP BY a HAVING COUNT(*) > 1 ORDER BY COUNT(*) DESC;
--> row 2 | 2
--> row 3 | 2
GO

-- case the names of columns
SELECT 1 AS [a b], 2 AS 'c''d', 3 AS [x]]y], N'v' AS [κλειδί 鍵], 4;
--> columns a b | c'd | x]y | κλειδί 鍵 |
--> row 1 | 2 | 3 | v | 4
GO

-- case an unknown provider
ALTER CRYPTOGRAPHIC PROVIDER [no such provider] ENABLE;
--> error 15151 16 1 1 Cannot alter the cryptographic provider 'no such provider', because it does not exist or you do not have permission.
GO

-- case a table of the session
CREATE TABLE #t (id int IDENTITY(10, 5), name nvarchar(20) NOT NULL DEFAULT N'none', size decimal(9, 2) NULL);
INSERT #t (name, size) VALUES (N'a', 1.5), (N'b', 2), (DEFAULT, NULL);
SELECT @@ROWCOUNT, SCOPE_IDENTITY();
--> row 3 | 20
GO
UPDATE #t SET size = size * 2 WHERE name <> N'none';
DELETE FROM #t WHERE name = N'a';
SELECT id, name, size FROM #t ORDER BY id;
--> row 15 | b | 4
--> row 20 | none | NULL
GO
INSERT #t VALUES (N'c');
--> error 213 16 1 1 Column name or number of supplied values does not match table definition.
GO
BEGIN TRANSACTION;
DELETE FROM #t;
SELECT COUNT(*) FROM #t;
ROLLBACK TRANSACTION;
SELECT COUNT(*) FROM #t;
--> row 0
--> row 2
GO
DROP TABLE #t;
SELECT OBJECT_ID(N'tempdb..#t');
--> row NULL
GO
SELECT * FROM #t;
--> error 208 16 0 1 Invalid object name '#t'.
GO

-- case tables made by queries and calls
SELECT name, database_id * 10 AS n INTO #d FROM sys.databases WHERE database_id <= 3;
DECLARE @v TABLE (name sysname, n int);
INSERT @v EXEC (N'SELECT name, n + 1 FROM #d');
SELECT v.name, v.n, d.n FROM @v v JOIN #d d ON d.name = v.name ORDER BY d.n;
DROP TABLE #d;
--> row master | 11 | 10
--> row tempdb | 21 | 20
--> row model | 31 | 30
GO

-- case rows turned to columns and back
SELECT * FROM (VALUES (N'a', 1, 10), (N'a', 2, 20), (N'b', 1, 30)) AS s (name, n, v) PIVOT (SUM(v) FOR n IN ([1], [2])) AS p ORDER BY name;
--> columns name | 1 | 2
--> row a | 10 | 20
--> row b | 30 | NULL
GO
SELECT name, n, v FROM (VALUES (N'a', 10, 20), (N'b', 30, NULL)) AS s (name, one, two) UNPIVOT (v FOR n IN (one, two)) AS u ORDER BY name, n;
--> row a | one | 10
--> row a | two | 20
--> row b | one | 30
GO

-- case xml and what its methods find
DECLARE @x xml = N'<r><d id="1">a</d><d id="2">b</d></r>';
SELECT d.value('@id', 'int') AS id, d.value('.', 'nvarchar(10)') AS said FROM @x.nodes('/r/d') AS t (d) ORDER BY id;
SELECT @x.exist('/r/d[@id="2"]'), @x.exist('/r/e'), @x.value('(/r/d)[2]', 'nvarchar(10)');
--> row 1 | a
--> row 2 | b
--> row 1 | 0 | b
GO

-- case a procedure of the session
CREATE PROCEDURE #twice @n int, @of nvarchar(10) = N'none', @back int OUTPUT
AS
BEGIN
    SELECT @n * 2, @of;
    SET @back = @n + 1;
    RETURN 7;
END
GO
DECLARE @r int, @b int;
EXEC @r = #twice 21, @back = @b OUTPUT;
SELECT @r, @b;
--> row 42 | none
--> row 7 | 22
GO
CREATE OR ALTER PROCEDURE #twice AS SELECT N'another';
GO
EXEC #twice;
DROP PROCEDURE #twice;
--> row another
GO
EXEC #twice;
--> error 2812 16 62 1 Could not find stored procedure '#twice'.
GO

-- case MERGE and what it tells
DECLARE @t TABLE (id int PRIMARY KEY, v nvarchar(10));
INSERT @t VALUES (1, N'a'), (2, N'b');
MERGE @t AS t USING (VALUES (2, N'B'), (3, N'C')) AS s (id, v) ON t.id = s.id
WHEN MATCHED THEN UPDATE SET v = s.v
WHEN NOT MATCHED THEN INSERT (id, v) VALUES (s.id, s.v)
WHEN NOT MATCHED BY SOURCE THEN DELETE;
SELECT id, v FROM @t ORDER BY id;
--> row 2 | B
--> row 3 | C
GO
DECLARE @t TABLE (id int);
MERGE @t AS t USING (SELECT 1 AS id) AS s ON t.id = s.id
WHEN MATCHED THEN DELETE
--> error 10713 15 1 3 A MERGE statement must be terminated by a semi-colon (;).
GO
