package keyturn.practice.server;

import java.util.Optional;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.User;
import keyturn.practice.tds.Backend;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.AccessStatement;
import keyturn.practice.tsql.syntax.AccessStatement.RoleChange;

/** The older procedures that put principals into roles: the statements do it, but for what cannot be found. */
record RoleProcedures(Turn turn, Given given) {

    /** {@code sp_addrolemember} and {@code sp_droprolemember}. */
    int database(String procedure, RoleChange change) {
        return told(procedure, () -> {
            String role = given.text(0, "@rolename").orElse("");
            String member = given.text(1, "@membername").orElse("");
            Database here = turn.scene().database();
            found(turn.instance().user(here, role).filter(u -> u.kind() == User.Kind.ROLE), 15014, role);
            found(turn.instance().user(here, member), 15410, member);
            new RoleStatements(turn).alter(new AccessStatement.AlterRole(turn.line(), false, role, change, member));
        });
    }

    /** {@code sp_addsrvrolemember} and {@code sp_dropsrvrolemember}, whose login stands first. */
    int server(String procedure, RoleChange change) {
        return told(procedure, () -> {
            String member = given.text(0, "@loginame").orElse("");
            String role = given.text(1, "@rolename").orElse("");
            if (turn.state().transactions() > 0) {
                throw Messages.error(15002, 1, "sys." + procedure);
            }
            found(turn.instance().security().login(role).filter(Login::fixedRole), 15402, role);
            found(turn.instance().security().login(member), 15007, member);
            new ServerRoleStatements(turn)
                    .alter(new AccessStatement.AlterRole(turn.line(), true, role, change, member));
        });
    }

    private static void found(Optional<?> what, int number, String name) {
        if (what.isEmpty()) {
            throw Messages.error(number, 1, name);
        }
    }

    private int told(String procedure, Runnable work) {
        try {
            work.run();
            return 0;
        } catch (SqlError e) {
            turn.report(new Backend.ServerMessage(e.number(), e.severity(), e.state(), e.text(), procedure, 1));
            turn.state().ended(e.number(), 0);
            return 1;
        }
    }
}
