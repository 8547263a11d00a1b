package keyturn.ui.home.place;

import keyturn.ui.home.DatabaseRow;
import keyturn.ui.parts.Words;

/** Which databases are shown. */
enum DatabaseFilter {
    ALL,
    ENCRYPTED,
    PLAIN,
    NOT_OPEN;

    boolean takes(DatabaseRow row) {
        return switch (this) {
            case ALL -> true;
            case ENCRYPTED -> row.encrypted();
            case PLAIN -> !row.encrypted();
            case NOT_OPEN -> !row.open();
        };
    }

    /** As the box shows it. */
    @Override
    public String toString() {
        return Words.of("home.databases.filter." + name());
    }
}
