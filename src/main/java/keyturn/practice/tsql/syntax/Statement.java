package keyturn.practice.tsql.syntax;

import java.util.List;
import java.util.Optional;

/** A statement as written. {@code line} is that of its first token in the batch, from 1. */
public sealed interface Statement
        permits AccessStatement,
                CursorStatement,
                JumpStatement,
                ModuleStatement,
                KeyStatement,
                ServerStatement,
                Statement.Select,
                Statement.Use,
                Statement.SetOption,
                Statement.SetVariable,
                Statement.Declare,
                Statement.If,
                Statement.Block,
                Statement.While,
                Statement.Jump,
                Statement.Return,
                Statement.TryCatch,
                Statement.Raise,
                Statement.Throw,
                Statement.WaitFor,
                Statement.Print,
                Statement.Transaction,
                Statement.Execute,
                Statement.ExecuteText,
                Statement.Reconfigure,
                Statement.CreateProvider,
                Statement.AlterProviderFile,
                Statement.AlterProviderState,
                Statement.DropProvider,
                Statement.Backup,
                Statement.AlterDatabase,
                TableStatement {

    int line();

    /** {@code SELECT ...}, WITH included. */
    record Select(int line, Query query) implements Statement {}

    /** {@code USE [db]}. */
    record Use(int line, String database) implements Statement {}

    /** {@code SET NOCOUNT ON} and every other session option; words in upper case, value as written. */
    record SetOption(int line, String option, String value) implements Statement {}

    /** {@code SET @x = a}. */
    record SetVariable(int line, String name, Expression value) implements Statement {}

    /** {@code DECLARE @x int = 1}; one entry a variable. */
    record Declare(int line, List<Declaration> declarations) implements Statement {
        public Declare {
            declarations = List.copyOf(declarations);
        }
    }

    /** {@code IF a b ELSE c}. */
    record If(int line, Condition condition, Statement then, Optional<Statement> otherwise) implements Statement {}

    /** {@code BEGIN ... END}. */
    record Block(int line, List<Statement> statements) implements Statement {
        public Block {
            statements = List.copyOf(statements);
        }
    }

    /** {@code WHILE a b}. */
    record While(int line, Condition condition, Statement body) implements Statement {}

    /** BREAK or CONTINUE; whether a WHILE is around it is looked at later. */
    record Jump(int line, boolean out) implements Statement {}

    /** {@code RETURN a}; a value is an error outside a procedure. */
    record Return(int line, Optional<Expression> value) implements Statement {}

    /** {@code BEGIN TRY a END TRY BEGIN CATCH b END CATCH}. */
    record TryCatch(int line, List<Statement> attempted, List<Statement> caught) implements Statement {
        public TryCatch {
            attempted = List.copyOf(attempted);
            caught = List.copyOf(caught);
        }
    }

    /**
     * {@code RAISERROR (N'...', 16, 1, @a) WITH NOWAIT}.
     *
     * @param message a number, a string, or a variable
     * @param options in upper case
     */
    record Raise(
            int line,
            Expression message,
            Expression severity,
            Expression state,
            List<Expression> arguments,
            List<String> options)
            implements Statement {
        public Raise {
            arguments = List.copyOf(arguments);
            options = List.copyOf(options);
        }
    }

    /** {@code THROW 50000, N'...', 1}; without what to throw: what was caught. */
    record Throw(int line, Optional<Thrown> thrown) implements Statement {}

    /** {@code WAITFOR DELAY '00:00:01'} or {@code WAITFOR TIME '12:00'}. */
    record WaitFor(int line, boolean delay, Expression time) implements Statement {}

    /** {@code PRINT a}. */
    record Print(int line, Expression text) implements Statement {}

    /** BEGIN, COMMIT, ROLLBACK or SAVE TRANSACTION. */
    record Transaction(int line, TransactionVerb verb, Optional<String> name) implements Statement {}

    /** {@code EXEC @r = sys.p @a = 1, N'x', @b OUTPUT}. */
    record Execute(int line, Optional<String> returnVariable, List<String> procedure, List<Argument> arguments)
            implements Statement {
        public Execute {
            procedure = List.copyOf(procedure);
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code EXEC (N'...' + @x)}. */
    record ExecuteText(int line, Expression text) implements Statement {}

    /** {@code RECONFIGURE WITH OVERRIDE}. */
    record Reconfigure(int line, boolean override) implements Statement {}

    /** {@code CREATE CRYPTOGRAPHIC PROVIDER p FROM FILE = 'f'}. */
    record CreateProvider(int line, String name, String file) implements Statement {}

    /** {@code ALTER CRYPTOGRAPHIC PROVIDER p FROM FILE = 'f'}. */
    record AlterProviderFile(int line, String name, String file) implements Statement {}

    /** {@code ALTER CRYPTOGRAPHIC PROVIDER p ENABLE} or {@code DISABLE}. */
    record AlterProviderState(int line, String name, boolean enable) implements Statement {}

    /** {@code DROP CRYPTOGRAPHIC PROVIDER p}. */
    record DropProvider(int line, String name) implements Statement {}

    /**
     * {@code BACKUP DATABASE|LOG [db] TO DISK = N'f' WITH COPY_ONLY, NAME = N'n'}.
     *
     * @param database a name or a variable's value
     * @param options upper-case words; a value where one is written
     */
    record Backup(
            int line,
            boolean log,
            Expression database,
            List<ServerStatement.Device> devices,
            List<List<ServerStatement.Device>> mirrors,
            List<BackupOption> options)
            implements Statement {
        public Backup {
            devices = List.copyOf(devices);
            mirrors = List.copyOf(mirrors);
            options = List.copyOf(options);
        }
    }

    /**
     * {@code ALTER DATABASE [db] SET OFFLINE WITH ROLLBACK IMMEDIATE}.
     *
     * @param database empty for CURRENT
     */
    record AlterDatabase(int line, Optional<String> database, DatabaseOption option, Termination termination)
            implements Statement {}

    /** Constants or variables. */
    record Thrown(Expression number, Expression message, Expression state) {}

    /** A declared variable; a table variable's columns are not part of this. */
    record Declaration(int line, String name, TypeName type, Optional<Expression> value) {}

    /** An argument; name is empty where none is written, with its sign else. */
    record Argument(int line, Optional<String> name, Expression value, boolean output) {}

    /** An option of BACKUP. */
    record BackupOption(String word, Optional<Expression> value) {}

    /** What a transaction statement does. */
    enum TransactionVerb {
        BEGIN,
        COMMIT,
        ROLLBACK,
        SAVE
    }
}
