package keyturn.practice.tsql.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import keyturn.practice.tsql.syntax.Condition.Comparison;
import keyturn.practice.tsql.syntax.Expression.BinaryOperator;
import keyturn.practice.tsql.syntax.Statement.TransactionVerb;
import org.junit.jupiter.api.Test;

/** Statements other than SELECT; {@link ParserTest} has queries. */
final class StatementParserTest {

    private static final Expression ONE = new Expression.IntegerLiteral(1, "1");

    @Test
    void whatMicrosoftsDriverSendsByItselfIsRead() {
        for (String sql : List.of(
                "SELECT 1",
                " set lock_timeout n".replace("n", "-1"),
                "use [x]",
                "set implicit_transactions on ",
                "IF @@TRANCOUNT = 0 BEGIN BEGIN TRAN IF @@TRANCOUNT = 2 COMMIT TRAN END SAVE TRAN [a]",
                "IF @@TRANCOUNT > 0 ROLLBACK TRAN [a]",
                "SET CURSOR_CLOSE_ON_COMMIT ON",
                "SELECT name AS TABLE_CAT FROM sys.databases order by name",
                "select sys.schemas.name 'TABLE_SCHEM', DB_NAME() 'TABLE_CATALOG'    from sys.schemas order by 2, 1",
                "EXEC sp_tables @P0 , @P1 , @P2 , @P3",
                "exec [db].sys.sp_sproc_columns @procedure_name=p , @ODBCVer=3, @fUsePattern=0",
                "set fmtonly on select 1\nset fmtonly off",
                "EXEC sp_unprepare 1")) {
            Parser.parse(sql, true);
        }
        assertEquals(
                List.of(new Statement.SetOption(1, "TRANSACTION ISOLATION LEVEL", "SERIALIZABLE")),
                statements("set transaction isolation level  serializable "));
        assertEquals(
                List.of(
                        new Statement.SetOption(1, "IMPLICIT_TRANSACTIONS", "off"),
                        new Statement.If(
                                1,
                                new Condition.Compare(
                                        1,
                                        Comparison.GREATER,
                                        new Expression.GlobalVariable(1, "TRANCOUNT"),
                                        new Expression.IntegerLiteral(1, "0")),
                                new Statement.Transaction(1, TransactionVerb.COMMIT, Optional.empty()),
                                Optional.empty())),
                statements("set implicit_transactions off IF @@TRANCOUNT > 0 COMMIT TRAN "));
    }

    @Test
    void statementsThatLeadToOthersAreRead() {
        var print = new Statement.Print(1, ONE);
        var yes = new Condition.Compare(1, Comparison.EQUAL, ONE, ONE);
        assertEquals(
                List.of(
                        new Statement.While(
                                1,
                                yes,
                                new Statement.Block(
                                        1, List.of(print, new Statement.Jump(1, false), new Statement.Jump(1, true)))),
                        new Statement.TryCatch(
                                1,
                                List.of(print, new Statement.Return(1, Optional.empty())),
                                List.of(new Statement.Throw(1, Optional.empty()))),
                        new Statement.Return(1, Optional.of(ONE))),
                statements("WHILE 1 = 1 BEGIN PRINT 1 CONTINUE BREAK END; BEGIN TRY PRINT 1; RETURN END TRY"
                        + " BEGIN CATCH; THROW END CATCH RETURN 1"));
        assertEquals(
                List.of(new Statement.If(
                        1, yes, print, Optional.of(new Statement.If(1, yes, print, Optional.of(print))))),
                statements("if 1 = 1 print 1; else if 1 = 1 print 1 else print 1"));
    }

    @Test
    void whatIsRaisedKeepsItsArgumentsAndOptions() {
        var text = new Expression.StringLiteral(1, "a %d", true);
        var minus = new Expression.Unary(1, Expression.UnaryOperator.MINUS, ONE);
        assertEquals(
                List.of(
                        new Statement.Raise(1, text, ONE, minus, List.of(minus, ONE), List.of("LOG", "NOWAIT")),
                        new Statement.Throw(
                                1, Optional.of(new Statement.Thrown(ONE, text, new Expression.Variable(1, "@s")))),
                        new Statement.WaitFor(1, true, new Expression.StringLiteral(1, "0:0:1", false))),
                statements(
                        "RAISERROR (N'a %d', 1, -1, -1, 1) WITH log, NOWAIT; THROW 1, N'a %d', @s WAITFOR DELAY '0:0:1'"));
    }

    @Test
    void databasesAreAlteredWithTheirTermination() {
        assertEquals(
                List.of(
                        new Statement.AlterDatabase(
                                1,
                                Optional.of("x"),
                                DatabaseOption.SINGLE_USER,
                                new Termination(Termination.Way.ROLLBACK, 9)),
                        new Statement.AlterDatabase(
                                1,
                                Optional.empty(),
                                DatabaseOption.READ_ONLY,
                                new Termination(Termination.Way.NO_WAIT, 0)),
                        new Statement.AlterDatabase(
                                1, Optional.of("x"), DatabaseOption.SIMPLE, new Termination(Termination.Way.WAIT, 0))),
                statements(
                        "alter database [x] set single_user with rollback after 9 seconds; alter database current set"
                                + " read_only with no_wait alter database x set recovery simple"));
    }

    @Test
    void severalOptionsOfOneSetComeAsABlock() {
        assertEquals(
                List.of(new Statement.Block(
                        1,
                        List.of(
                                new Statement.SetOption(1, "NOCOUNT", "ON"),
                                new Statement.SetOption(1, "ARITHABORT", "ON")))),
                statements("SET NOCOUNT, ARITHABORT ON"));
    }

    @Test
    void aCompoundAssignmentIsWrittenOut() {
        var sum = new Expression.Binary(1, BinaryOperator.ADD, new Expression.Variable(1, "@x"), ONE);
        assertEquals(List.of(new Statement.SetVariable(1, "@x", sum)), statements("set @x += 1"));
    }

    @Test
    void providerStatementsAreRead() {
        assertEquals(
                List.of(
                        new Statement.CreateProvider(1, "p q", "C:\\a.dll"),
                        new Statement.AlterProviderFile(2, "p", "b'c"),
                        new Statement.AlterProviderState(3, "p", false),
                        new Statement.AlterProviderState(3, "p", true),
                        new Statement.DropProvider(4, "p")),
                statements("""
                        CREATE CRYPTOGRAPHIC PROVIDER [p q] FROM FILE = 'C:\\a.dll';
                        alter cryptographic provider p from file = N'b''c'
                        alter cryptographic provider p disable; alter cryptographic provider p enable;
                        drop cryptographic provider p"""));
    }

    @Test
    void aProcedureMayOpenABatchWithoutExec() {
        var arguments = List.of(
                new Statement.Argument(1, Optional.empty(), new Expression.StringLiteral(1, "x", false), false),
                new Statement.Argument(1, Optional.empty(), ONE, false));
        var call = new Statement.Execute(1, Optional.empty(), List.of("sp_configure"), arguments);
        assertEquals(
                List.of(call, new Statement.Reconfigure(1, true)),
                statements("sp_configure 'x', 1 reconfigure with override"));
        assertEquals(List.of(call), statements("exec sp_configure 'x', 1"));
    }

    @Test
    void argumentsHaveNamesAndDirections() {
        assertEquals(
                List.of(new Statement.Execute(
                        1,
                        Optional.of("@r"),
                        List.of("sys", "p"),
                        List.of(
                                new Statement.Argument(
                                        1, Optional.empty(), new Expression.StringLiteral(1, "w", true), false),
                                new Statement.Argument(1, Optional.of("@a"), new Expression.Variable(1, "@b"), true)))),
                statements("exec @r = sys.p w, @a = @b output"));
    }

    private static ServerStatement.Device disk(Expression name) {
        return new ServerStatement.Device(ServerStatement.DeviceKind.DISK, name);
    }

    @Test
    void aBackupKeepsItsDisksAndOptions() {
        assertEquals(
                List.of(new Statement.Backup(
                        1,
                        false,
                        new Expression.StringLiteral(1, "db", true),
                        List.of(
                                disk(new Expression.StringLiteral(1, "f", true)),
                                disk(new Expression.Variable(1, "@g"))),
                        List.of(),
                        List.of(
                                new Statement.BackupOption("COPY_ONLY", Optional.empty()),
                                new Statement.BackupOption(
                                        "NAME", Optional.of(new Expression.StringLiteral(1, "n", true))),
                                new Statement.BackupOption("STATS", Optional.of(ONE))))),
                statements("BACKUP DATABASE [db] TO DISK = N'f', DISK = @g WITH copy_only, NAME = N'n', STATS = 1"));
    }

    @Test
    void parameterListsAreDeclarations() {
        assertEquals(
                List.of(
                        new Statement.Declaration(
                                1,
                                "@P0",
                                new TypeName(1, "nvarchar", OptionalInt.of(4000), OptionalInt.empty(), false),
                                Optional.empty()),
                        new Statement.Declaration(
                                1,
                                "@P1",
                                new TypeName(1, "int", OptionalInt.empty(), OptionalInt.empty(), false),
                                Optional.empty())),
                Parser.parameters("@P0 nvarchar(4000),@P1 int OUTPUT"));
        assertEquals(List.of(), Parser.parameters("  "));
    }

    private static List<Statement> statements(String sql) {
        return Parser.parse(sql, true).statements();
    }
}
