package keyturn.practice.tsql.syntax;

import java.util.List;
import java.util.Optional;

/** Statements about who may do what, and as whom a session runs. */
public sealed interface AccessStatement extends Statement {

    /**
     * {@code GRANT CONTROL ON ASYMMETRIC KEY::k TO x WITH GRANT OPTION AS y}, and DENY and REVOKE.
     *
     * @param option WITH GRANT OPTION, or GRANT OPTION FOR
     * @param as whose right to grant is used
     */
    record Permit(
            int line,
            Verb verb,
            boolean option,
            List<Permission> permissions,
            Optional<Target> on,
            List<String> principals,
            boolean cascade,
            Optional<String> as)
            implements AccessStatement {
        public Permit {
            permissions = List.copyOf(permissions);
            principals = List.copyOf(principals);
        }
    }

    /**
     * {@code CREATE USER u FOR LOGIN l WITH DEFAULT_SCHEMA = s}.
     *
     * @param from of what it is: a login of its own name where nothing is said
     */
    record CreateUser(int line, String name, UserSource source, Optional<String> from, Optional<String> schema)
            implements AccessStatement {}

    /** {@code ALTER USER u WITH NAME = n, DEFAULT_SCHEMA = s, LOGIN = l}. */
    record AlterUser(int line, String name, Optional<String> renamed, Optional<String> schema, Optional<String> login)
            implements AccessStatement {}

    /** {@code DROP USER IF EXISTS u}. */
    record DropUser(int line, String name, boolean ifExists) implements AccessStatement {}

    /** {@code CREATE ROLE r AUTHORIZATION o}; with SERVER one of the server. */
    record CreateRole(int line, boolean server, String name, Optional<String> owner) implements AccessStatement {}

    /** {@code ALTER ROLE r ADD MEMBER m}, DROP MEMBER, or WITH NAME. */
    record AlterRole(int line, boolean server, String name, RoleChange change, String with)
            implements AccessStatement {}

    /** {@code DROP ROLE IF EXISTS r}; of the server without IF EXISTS. */
    record DropRole(int line, boolean server, String name, boolean ifExists) implements AccessStatement {}

    /** {@code ALTER AUTHORIZATION ON DATABASE::d TO p}; empty for SCHEMA OWNER. */
    record Own(int line, Target target, Optional<String> principal) implements AccessStatement {}

    /** {@code EXECUTE AS LOGIN = 'l' WITH NO REVERT}. */
    record ExecuteAs(int line, Context context, Optional<Expression> name, boolean noRevert, Optional<String> cookie)
            implements AccessStatement {}

    /** {@code REVERT WITH COOKIE = @c}. */
    record Revert(int line, Optional<Expression> cookie) implements AccessStatement {}

    /** {@code SETUSER 'u' WITH NORESET}. */
    record SetUser(int line, Optional<Expression> name) implements AccessStatement {}

    /**
     * A permission in upper case, words parted by one blank; ALL with or without PRIVILEGES.
     *
     * @param columns where it is on some of them
     */
    record Permission(String name, List<String> columns) {
        public Permission {
            columns = List.copyOf(columns);
        }
    }

    /**
     * What follows ON.
     *
     * @param kind the words before the two colons in upper case; empty where none are written
     */
    record Target(String kind, List<String> name, List<String> columns) {
        public Target {
            name = List.copyOf(name);
            columns = List.copyOf(columns);
        }
    }

    /** What is done with permissions. */
    enum Verb {
        GRANT,
        DENY,
        REVOKE
    }

    /** Of what a user is. */
    enum UserSource {
        LOGIN,
        WITHOUT_LOGIN,
        CERTIFICATE,
        ASYMMETRIC_KEY,
        /** A user of a contained database, and one of a directory. */
        CONTAINED
    }

    /** What ALTER ROLE does. */
    enum RoleChange {
        ADD_MEMBER,
        DROP_MEMBER,
        RENAME
    }

    /** As whom a session is to run. */
    enum Context {
        LOGIN,
        USER,
        CALLER
    }
}
