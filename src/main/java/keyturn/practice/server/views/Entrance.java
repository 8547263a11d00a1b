package keyturn.practice.server.views;

import java.util.Optional;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Messages;
import keyturn.practice.tsql.SqlError;

/** The way into a database by its name. */
public final class Entrance {

    private Entrance() {}

    /** @throws SqlError 911 no such database, 916 no access, 923, 924 not open to this login now, 927, 942, 945 not open */
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
        int spid = scene.session().spid();
        boolean used = scene.sessions().stream().anyMatch(s -> s.databaseId() == database.id() && s.spid() != spid);
        shut(database, scene.rights(), used).ifPresent(e -> {
            throw e;
        });
        return database;
    }

    /**
     * What keeps a login out of a database that is open and would let it in.
     *
     * @param used another session is in it
     */
    public static Optional<SqlError> shut(Database database, Rights rights, boolean used) {
        return switch (database.openness().access()) {
            case MULTI_USER -> Optional.empty();
            case SINGLE_USER -> used ? Optional.of(Messages.error(924, 1, database.name())) : Optional.empty();
            case RESTRICTED_USER ->
                rights.has(Rights.ALTER_DATABASE)
                        ? Optional.empty()
                        : Optional.of(Messages.error(923, 1, database.name()));
        };
    }
}
