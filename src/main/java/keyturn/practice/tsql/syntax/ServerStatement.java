package keyturn.practice.tsql.syntax;

import java.util.List;
import java.util.Optional;

/** Statements with which a DBA keeps databases and the server going. */
public sealed interface ServerStatement extends Statement {

    /**
     * {@code CREATE DATABASE d ON (NAME = n, FILENAME = 'f') LOG ON (...) COLLATE c}.
     *
     * @param attach FOR ATTACH
     * @param snapshotOf AS SNAPSHOT OF
     */
    record CreateDatabase(
            int line,
            String name,
            List<FileSpec> data,
            List<FileSpec> logs,
            Optional<String> collation,
            boolean attach,
            Optional<String> snapshotOf)
            implements ServerStatement {
        public CreateDatabase {
            data = List.copyOf(data);
            logs = List.copyOf(logs);
        }
    }

    /** {@code DROP DATABASE IF EXISTS a, b}. */
    record DropDatabase(int line, List<String> names, boolean ifExists) implements ServerStatement {
        public DropDatabase {
            names = List.copyOf(names);
        }
    }

    /** {@code ALTER DATABASE d MODIFY NAME = n}; the database is empty for CURRENT. */
    record RenameDatabase(int line, Optional<String> database, String name) implements ServerStatement {}

    /** {@code ALTER DATABASE d COLLATE c}. */
    record CollateDatabase(int line, Optional<String> database, String collation) implements ServerStatement {}

    /** {@code ALTER DATABASE d SET AUTO_CLOSE ON, PAGE_VERIFY CHECKSUM WITH NO_WAIT}. */
    record SetDatabase(int line, Optional<String> database, List<DatabaseSetting> settings, Termination termination)
            implements ServerStatement {
        public SetDatabase {
            settings = List.copyOf(settings);
        }
    }

    /**
     * {@code DBCC CHECKDB (d, NOINDEX) WITH NO_INFOMSGS}.
     *
     * @param command in upper case
     * @param options likewise, without their values
     */
    record Dbcc(int line, String command, List<Expression> arguments, List<String> options) implements ServerStatement {
        public Dbcc {
            arguments = List.copyOf(arguments);
            options = List.copyOf(options);
        }
    }

    /** {@code CHECKPOINT}, whatever its duration. */
    record Checkpoint(int line) implements ServerStatement {}

    /** {@code KILL 52 WITH STATUSONLY}; a unit of work is text. */
    record Kill(int line, String session, boolean number, boolean statusOnly) implements ServerStatement {}

    /** {@code SHUTDOWN WITH NOWAIT}. */
    record Shutdown(int line, boolean noWait) implements ServerStatement {}

    /**
     * {@code RESTORE DATABASE d FROM DISK = 'f' WITH NORECOVERY, MOVE 'a' TO 'b'}.
     *
     * @param database empty where the statement only looks at a backup
     */
    record Restore(
            int line,
            RestoreKind kind,
            Optional<Expression> database,
            List<Device> devices,
            List<RestoreOption> options)
            implements ServerStatement {
        public Restore {
            devices = List.copyOf(devices);
            options = List.copyOf(options);
        }
    }

    /**
     * {@code ALTER AVAILABILITY GROUP g MODIFY REPLICA ON 's' WITH (FAILOVER_MODE = MANUAL)}.
     *
     * @param names databases or servers
     * @param options in upper case, name and value
     */
    record AlterGroup(int line, String name, GroupAction action, List<String> names, List<DatabaseSetting> options)
            implements ServerStatement {
        public AlterGroup {
            names = List.copyOf(names);
            options = List.copyOf(options);
        }
    }

    /**
     * A file of a database that is made.
     *
     * @param pages its size, 0 where none is given
     */
    record FileSpec(String name, String path, int pages) {}

    /**
     * An option with what it is set to, both in upper case.
     *
     * @param option where it is one of those that are set alone
     */
    record DatabaseSetting(String name, String value, Optional<DatabaseOption> option) {}

    /** Where a backup lies; LOGICAL is the name of a device. */
    record Device(DeviceKind kind, Expression name) {}

    /**
     * An option of RESTORE.
     *
     * @param to of MOVE
     */
    record RestoreOption(String word, Optional<Expression> value, Optional<Expression> to) {}

    /** Kinds of device. */
    enum DeviceKind {
        DISK,
        TAPE,
        URL,
        VIRTUAL_DEVICE,
        DATABASE_SNAPSHOT,
        LOGICAL
    }

    /** What RESTORE does. */
    enum RestoreKind {
        DATABASE,
        LOG,
        HEADERONLY,
        FILELISTONLY,
        LABELONLY,
        VERIFYONLY,
        REWINDONLY
    }

    /** What ALTER AVAILABILITY GROUP does. */
    enum GroupAction {
        FAILOVER,
        FORCE_FAILOVER_ALLOW_DATA_LOSS,
        ADD_DATABASE,
        REMOVE_DATABASE,
        ADD_REPLICA,
        MODIFY_REPLICA,
        REMOVE_REPLICA,
        JOIN,
        OFFLINE,
        SET,
        GRANT,
        DENY
    }
}
