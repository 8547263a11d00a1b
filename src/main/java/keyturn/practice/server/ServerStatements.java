package keyturn.practice.server;

import keyturn.practice.tsql.syntax.ServerStatement;

/** What the statements do with which a DBA keeps databases and the server going. */
record ServerStatements(Turn turn) {

    void run(ServerStatement statement) {
        switch (statement) {
            case ServerStatement.CreateDatabase s -> new DatabaseDefinitions(turn).create(s);
            case ServerStatement.DropDatabase s -> new DatabaseDefinitions(turn).drop(s);
            case ServerStatement.RenameDatabase s -> new DatabaseDefinitions(turn).rename(s);
            case ServerStatement.CollateDatabase s -> new DatabaseDefinitions(turn).collate(s);
            case ServerStatement.SetDatabase s -> new DatabaseSettingsStatement(turn, s).run();
            case ServerStatement.Dbcc s -> new DbccStatement(turn, s).run();
            case ServerStatement.Checkpoint s -> new MaintenanceStatements(turn).checkpoint();
            case ServerStatement.Kill s -> new MaintenanceStatements(turn).kill(s);
            case ServerStatement.Shutdown s -> new MaintenanceStatements(turn).shutdown(s);
            case ServerStatement.Restore s -> new RestoreStatement(turn, s).run();
            case ServerStatement.AlterGroup s -> new GroupStatement(turn).run(s);
        }
    }
}
