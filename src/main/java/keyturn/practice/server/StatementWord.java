package keyturn.practice.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.practice.tsql.syntax.AccessStatement;
import keyturn.practice.tsql.syntax.CursorStatement;
import keyturn.practice.tsql.syntax.JumpStatement;
import keyturn.practice.tsql.syntax.KeyStatement;
import keyturn.practice.tsql.syntax.ModuleStatement;
import keyturn.practice.tsql.syntax.ServerStatement;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.syntax.TableStatement;

/** Kinds of parsed statement, as faults name them: {@code alter-provider}. */
enum StatementWord {
    SELECT(Role.ACTS),
    USE(Role.ACTS),
    SET(Role.ACTS),
    DECLARE(Role.ACTS),
    IF(Role.LEADS),
    WHILE(Role.LEADS),
    BLOCK(Role.LEADS),
    TRY(Role.LEADS),
    BREAK(Role.LEADS),
    CONTINUE(Role.LEADS),
    RETURN(Role.LEADS),
    PRINT(Role.ACTS),
    RAISERROR(Role.ACTS),
    THROW(Role.ACTS),
    WAITFOR(Role.ACTS),
    TRANSACTION(Role.ACTS),
    EXECUTE(Role.ACTS),
    SP_CONFIGURE(Role.CHANGES),
    RECONFIGURE(Role.CHANGES),
    CREATE_PROVIDER(Role.CHANGES),
    ALTER_PROVIDER(Role.CHANGES),
    DROP_PROVIDER(Role.CHANGES),
    CREATE_CREDENTIAL(Role.CHANGES),
    ALTER_CREDENTIAL(Role.CHANGES),
    DROP_CREDENTIAL(Role.CHANGES),
    CREATE_ASYMMETRIC_KEY(Role.CHANGES),
    ALTER_ASYMMETRIC_KEY(Role.CHANGES),
    DROP_ASYMMETRIC_KEY(Role.CHANGES),
    CREATE_LOGIN(Role.CHANGES),
    ALTER_LOGIN(Role.CHANGES),
    DROP_LOGIN(Role.CHANGES),
    CREATE_ENCRYPTION_KEY(Role.CHANGES),
    ALTER_ENCRYPTION_KEY(Role.CHANGES),
    DROP_ENCRYPTION_KEY(Role.CHANGES),
    ALTER_DATABASE(Role.CHANGES),
    GRANT(Role.CHANGES),
    REVOKE(Role.CHANGES),
    DENY(Role.CHANGES),
    CREATE_USER(Role.CHANGES),
    INSERT(Role.ACTS),
    UPDATE(Role.ACTS),
    DELETE(Role.ACTS),
    MERGE(Role.ACTS),
    CURSOR(Role.ACTS),
    GOTO(Role.LEADS),
    CREATE_PROCEDURE(Role.ACTS),
    DROP_PROCEDURE(Role.ACTS),
    CREATE_TABLE(Role.ACTS),
    ALTER_TABLE(Role.ACTS),
    DROP_TABLE(Role.ACTS),
    TRUNCATE_TABLE(Role.ACTS),
    CREATE_INDEX(Role.ACTS),
    DROP_INDEX(Role.ACTS),
    ALTER_USER(Role.CHANGES),
    DROP_USER(Role.CHANGES),
    CREATE_ROLE(Role.CHANGES),
    ALTER_ROLE(Role.CHANGES),
    DROP_ROLE(Role.CHANGES),
    ALTER_AUTHORIZATION(Role.CHANGES),
    EXECUTE_AS(Role.ACTS),
    REVERT(Role.ACTS),
    SETUSER(Role.ACTS),
    CREATE_DATABASE(Role.CHANGES),
    DROP_DATABASE(Role.CHANGES),
    DBCC(Role.ACTS),
    CHECKPOINT(Role.ACTS),
    KILL(Role.ACTS),
    SHUTDOWN(Role.ACTS),
    RESTORE(Role.ACTS),
    ALTER_AVAILABILITY_GROUP(Role.CHANGES),
    BACKUP_DATABASE(Role.ACTS),
    BACKUP_LOG(Role.ACTS),
    RESTART(Role.ACTS);

    private final Role role;

    StatementWord(Role role) {
        this.role = role;
    }

    /** What a statement is to a fault that strikes it. */
    private enum Role {
        /** It only leads to other statements. */
        LEADS,
        /** It changes settings of the server or of a database. */
        CHANGES,
        /** It reads, says or works on rows. */
        ACTS
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<StatementWord> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
    }

    /** Whether it changes settings of the server or of a database. */
    boolean changes() {
        return role == Role.CHANGES;
    }

    /** Whether it only leads to other statements. */
    boolean leads() {
        return role == Role.LEADS;
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
            case ModuleStatement.CreateProcedure s -> CREATE_PROCEDURE;
            case ModuleStatement.DropProcedure s -> DROP_PROCEDURE;
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
