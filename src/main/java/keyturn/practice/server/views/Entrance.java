package keyturn.practice.server.views;

import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Messages;
import keyturn.practice.tsql.SqlError;

/** The way into a database by its name. */
public final class Entrance {

    private Entrance() {}

    /** @throws SqlError 911 no such database, 916 no access, 927, 942, 945 not open */
    public static Database open(Scene scene, String name) {
        Database database = scene.instance().database(name).orElseThrow(() -> Messages.error(911, 1, name));
        if (!scene.mayEnter(database)) {
            throw Messages.error(916, 2, scene.login().name(), database.name());
        }
        switch (database.state()) {
            case ONLINE, EMERGENCY -> {}
            case RESTORING -> throw Messages.error(927, 2, database.name());
            case OFFLINE -> throw Messages.error(942, 4, database.name());
            case RECOVERING, RECOVERY_PENDING, SUSPECT -> throw Messages.error(945, 2, database.name());
        }
        return database;
    }
}
