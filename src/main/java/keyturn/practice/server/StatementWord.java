package keyturn.practice.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.practice.tsql.syntax.AccessStatement;
import keyturn.practice.tsql.syntax.CursorStatement;
import keyturn.practice.tsql.syntax.JumpStatement;
import keyturn.practice.tsql.syntax.KeyStatement;
import keyturn.practice.tsql.syntax.ServerStatement;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.syntax.TableStatement;

/** Kinds of parsed statement, as faults name them: {@code alter-provider}. */
enum StatementWord {
    SELECT,
    USE,
    SET,
    DECLARE,
    IF,
    WHILE,
    BLOCK,
    TRY,
    BREAK,
    CONTINUE,
    RETURN,
    PRINT,
    RAISERROR,
    THROW,
    WAITFOR,
    TRANSACTION,
    EXECUTE,
    SP_CONFIGURE,
    RECONFIGURE,
    CREATE_PROVIDER,
    ALTER_PROVIDER,
    DROP_PROVIDER,
    CREATE_CREDENTIAL,
    ALTER_CREDENTIAL,
    DROP_CREDENTIAL,
    CREATE_ASYMMETRIC_KEY,
    ALTER_ASYMMETRIC_KEY,
    DROP_ASYMMETRIC_KEY,
    CREATE_LOGIN,
    ALTER_LOGIN,
    DROP_LOGIN,
    CREATE_ENCRYPTION_KEY,
    ALTER_ENCRYPTION_KEY,
    DROP_ENCRYPTION_KEY,
    ALTER_DATABASE,
    GRANT,
    REVOKE,
    DENY,
    CREATE_USER,
    INSERT,
    UPDATE,
    DELETE,
    MERGE,
    CURSOR,
    GOTO,
    CREATE_TABLE,
    ALTER_TABLE,
    DROP_TABLE,
    TRUNCATE_TABLE,
    CREATE_INDEX,
    DROP_INDEX,
    ALTER_USER,
    DROP_USER,
    CREATE_ROLE,
    ALTER_ROLE,
    DROP_ROLE,
    ALTER_AUTHORIZATION,
    EXECUTE_AS,
    REVERT,
    SETUSER,
    CREATE_DATABASE,
    DROP_DATABASE,
    DBCC,
    CHECKPOINT,
    KILL,
    SHUTDOWN,
    RESTORE,
    ALTER_AVAILABILITY_GROUP,
    BACKUP_DATABASE,
    BACKUP_LOG,
    RESTART;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<StatementWord> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
    }

    /** Whether it changes settings of the server or of a database. */
    boolean changes() {
        return switch (this) {
            case SP_CONFIGURE, RECONFIGURE, CREATE_PROVIDER, ALTER_PROVIDER, DROP_PROVIDER, ALTER_DATABASE -> true;
            case CREATE_CREDENTIAL, ALTER_CREDENTIAL, DROP_CREDENTIAL -> true;
            case CREATE_ASYMMETRIC_KEY, ALTER_ASYMMETRIC_KEY, DROP_ASYMMETRIC_KEY -> true;
            case CREATE_LOGIN, ALTER_LOGIN, DROP_LOGIN -> true;
            case CREATE_ENCRYPTION_KEY, ALTER_ENCRYPTION_KEY, DROP_ENCRYPTION_KEY -> true;
            case CURSOR, GOTO -> false;
            case INSERT, UPDATE, DELETE, MERGE, CREATE_TABLE, ALTER_TABLE, DROP_TABLE -> false;
            case TRUNCATE_TABLE, CREATE_INDEX, DROP_INDEX -> false;
            case GRANT, REVOKE, DENY, ALTER_AUTHORIZATION -> true;
            case CREATE_USER, ALTER_USER, DROP_USER, CREATE_ROLE, ALTER_ROLE, DROP_ROLE -> true;
            case CREATE_DATABASE, DROP_DATABASE, ALTER_AVAILABILITY_GROUP -> true;
            case EXECUTE_AS, REVERT, SETUSER, DBCC, CHECKPOINT, KILL, SHUTDOWN, RESTORE -> false;
            case SELECT, USE, SET, DECLARE, TRANSACTION, EXECUTE -> false;
            case IF, WHILE, BLOCK, TRY, BREAK, CONTINUE, RETURN -> false;
            case PRINT, RAISERROR, THROW, WAITFOR -> false;
            case BACKUP_DATABASE, BACKUP_LOG, RESTART -> false;
        };
    }

    /** Whether it only leads to other statements. */
    boolean leads() {
        return switch (this) {
            case IF, WHILE, BLOCK, TRY, BREAK, CONTINUE, RETURN -> true;
            case SELECT, USE, SET, DECLARE, TRANSACTION, EXECUTE, PRINT, RAISERROR, THROW, WAITFOR -> false;
            case SP_CONFIGURE, RECONFIGURE, CREATE_PROVIDER, ALTER_PROVIDER, DROP_PROVIDER, ALTER_DATABASE -> false;
            case CREATE_CREDENTIAL, ALTER_CREDENTIAL, DROP_CREDENTIAL -> false;
            case CREATE_ASYMMETRIC_KEY, ALTER_ASYMMETRIC_KEY, DROP_ASYMMETRIC_KEY -> false;
            case CREATE_LOGIN, ALTER_LOGIN, DROP_LOGIN -> false;
            case CREATE_ENCRYPTION_KEY, ALTER_ENCRYPTION_KEY, DROP_ENCRYPTION_KEY -> false;
            case GOTO -> true;
            case CURSOR -> false;
            case INSERT, UPDATE, DELETE, MERGE, CREATE_TABLE, ALTER_TABLE, DROP_TABLE -> false;
            case TRUNCATE_TABLE, CREATE_INDEX, DROP_INDEX -> false;
            case GRANT, REVOKE, DENY, ALTER_AUTHORIZATION, EXECUTE_AS, REVERT, SETUSER -> false;
            case CREATE_DATABASE, DROP_DATABASE, ALTER_AVAILABILITY_GROUP -> false;
            case DBCC, CHECKPOINT, KILL, SHUTDOWN, RESTORE -> false;
            case CREATE_USER, ALTER_USER, DROP_USER, CREATE_ROLE, ALTER_ROLE, DROP_ROLE -> false;
            case BACKUP_DATABASE, BACKUP_LOG, RESTART -> false;
        };
    }

    /** That of a call. */
    static StatementWord of(List<String> procedure) {
        return procedure.getLast().equalsIgnoreCase("sp_configure") ? SP_CONFIGURE : EXECUTE;
    }

    static StatementWord of(Statement statement) {
        return switch (statement) {
            case Statement.Select s -> SELECT;
            case Statement.Use s -> USE;
            case Statement.SetOption s -> SET;
            case Statement.SetVariable s -> SET;
            case Statement.Declare s -> DECLARE;
            case Statement.If s -> IF;
            case Statement.While s -> WHILE;
            case Statement.Block s -> BLOCK;
            case Statement.TryCatch s -> TRY;
            case Statement.Jump s -> s.out() ? BREAK : CONTINUE;
            case Statement.Return s -> RETURN;
            case Statement.Raise s -> RAISERROR;
            case Statement.Throw s -> THROW;
            case Statement.WaitFor s -> WAITFOR;
            case Statement.Print s -> PRINT;
            case Statement.Transaction s -> TRANSACTION;
            case Statement.Execute s -> of(s.procedure());
            case Statement.ExecuteText s -> EXECUTE;
            case Statement.Reconfigure s -> RECONFIGURE;
            case Statement.CreateProvider s -> CREATE_PROVIDER;
            case Statement.AlterProviderFile s -> ALTER_PROVIDER;
            case Statement.AlterProviderState s -> ALTER_PROVIDER;
            case Statement.DropProvider s -> DROP_PROVIDER;
            case KeyStatement s -> of(s);
            case AccessStatement s -> of(s);
            case ServerStatement s -> of(s);
            case Statement.AlterDatabase s -> ALTER_DATABASE;
            case Statement.Backup s -> s.log() ? BACKUP_LOG : BACKUP_DATABASE;
            case TableStatement s -> of(s);
            case CursorStatement s -> CURSOR;
            case JumpStatement s -> GOTO;
        };
    }

    private static StatementWord of(TableStatement statement) {
        return switch (statement) {
            case TableStatement.Create s -> CREATE_TABLE;
            case TableStatement.DeclareTable s -> DECLARE;
            case TableStatement.Drop s -> DROP_TABLE;
            case TableStatement.Truncate s -> TRUNCATE_TABLE;
            case TableStatement.Add s -> ALTER_TABLE;
            case TableStatement.AlterColumn s -> ALTER_TABLE;
            case TableStatement.Remove s -> ALTER_TABLE;
            case TableStatement.CreateIndex s -> CREATE_INDEX;
            case TableStatement.DropIndex s -> DROP_INDEX;
            case TableStatement.IdentityInsert s -> SET;
            case TableStatement.Insert s -> INSERT;
            case TableStatement.Update s -> UPDATE;
            case TableStatement.Delete s -> DELETE;
            case TableStatement.Merge s -> MERGE;
        };
    }

    private static StatementWord of(ServerStatement statement) {
        return switch (statement) {
            case ServerStatement.CreateDatabase s -> CREATE_DATABASE;
            case ServerStatement.DropDatabase s -> DROP_DATABASE;
            case ServerStatement.RenameDatabase s -> ALTER_DATABASE;
            case ServerStatement.CollateDatabase s -> ALTER_DATABASE;
            case ServerStatement.SetDatabase s -> ALTER_DATABASE;
            case ServerStatement.Dbcc s -> DBCC;
            case ServerStatement.Checkpoint s -> CHECKPOINT;
            case ServerStatement.Kill s -> KILL;
            case ServerStatement.Shutdown s -> SHUTDOWN;
            case ServerStatement.Restore s -> RESTORE;
            case ServerStatement.AlterGroup s -> ALTER_AVAILABILITY_GROUP;
        };
    }

    private static StatementWord of(AccessStatement statement) {
        return switch (statement) {
            case AccessStatement.Permit s ->
                switch (s.verb()) {
                    case GRANT -> GRANT;
                    case DENY -> DENY;
                    case REVOKE -> REVOKE;
                };
            case AccessStatement.CreateUser s -> CREATE_USER;
            case AccessStatement.AlterUser s -> ALTER_USER;
            case AccessStatement.DropUser s -> DROP_USER;
            case AccessStatement.CreateRole s -> CREATE_ROLE;
            case AccessStatement.AlterRole s -> ALTER_ROLE;
            case AccessStatement.DropRole s -> DROP_ROLE;
            case AccessStatement.Own s -> ALTER_AUTHORIZATION;
            case AccessStatement.ExecuteAs s -> EXECUTE_AS;
            case AccessStatement.Revert s -> REVERT;
            case AccessStatement.SetUser s -> SETUSER;
        };
    }

    private static StatementWord of(KeyStatement statement) {
        return switch (statement) {
            case KeyStatement.CreateCredential s -> CREATE_CREDENTIAL;
            case KeyStatement.AlterCredential s -> ALTER_CREDENTIAL;
            case KeyStatement.DropCredential s -> DROP_CREDENTIAL;
            case KeyStatement.CreateAsymmetricKey s -> CREATE_ASYMMETRIC_KEY;
            case KeyStatement.AlterAsymmetricKey s -> ALTER_ASYMMETRIC_KEY;
            case KeyStatement.DropAsymmetricKey s -> DROP_ASYMMETRIC_KEY;
            case KeyStatement.CreateLogin s -> CREATE_LOGIN;
            case KeyStatement.AlterLogin s -> ALTER_LOGIN;
            case KeyStatement.DropLogin s -> DROP_LOGIN;
            case KeyStatement.CreateEncryptionKey s -> CREATE_ENCRYPTION_KEY;
            case KeyStatement.AlterEncryptionKey s -> ALTER_ENCRYPTION_KEY;
            case KeyStatement.DropEncryptionKey s -> DROP_ENCRYPTION_KEY;
        };
    }
}
