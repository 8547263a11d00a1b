package keyturn.practice.server;

import keyturn.practice.tsql.syntax.AccessStatement;

/** What the statements about permissions, principals and contexts do. */
record AccessStatements(Turn turn, int depth) {

    void run(AccessStatement statement) {
        switch (statement) {
            case AccessStatement.Permit p -> new PermissionStatements(turn, p).run();
            case AccessStatement.CreateUser c -> new PrincipalStatements(turn).create(c);
            case AccessStatement.AlterUser a -> new PrincipalStatements(turn).alter(a);
            case AccessStatement.DropUser d -> new PrincipalStatements(turn).drop(d);
            case AccessStatement.CreateRole c -> create(c);
            case AccessStatement.AlterRole a -> alter(a);
            case AccessStatement.DropRole d -> drop(d);
            case AccessStatement.Own o -> new OwnerStatement(turn, o).run();
            case AccessStatement.ExecuteAs e -> new ContextStatements(turn, depth).switchTo(e);
            case AccessStatement.Revert r -> new ContextStatements(turn, depth).revert(r);
            case AccessStatement.SetUser s -> new ContextStatements(turn, depth).setUser(s);
        }
    }

    private void create(AccessStatement.CreateRole create) {
        if (create.server()) {
            new ServerRoleStatements(turn).create(create);
        } else {
            new RoleStatements(turn).create(create);
        }
    }

    private void alter(AccessStatement.AlterRole alter) {
        if (alter.server()) {
            new ServerRoleStatements(turn).alter(alter);
        } else {
            new RoleStatements(turn).alter(alter);
        }
    }

    private void drop(AccessStatement.DropRole drop) {
        if (drop.server()) {
            new ServerRoleStatements(turn).drop(drop);
        } else {
            new RoleStatements(turn).drop(drop);
        }
    }
}
