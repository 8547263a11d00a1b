package keyturn.ui.flow.rotate;

import javafx.beans.property.SimpleBooleanProperty;
import keyturn.domain.DatabaseName;

/** A database that hangs on the old key, and whether it is rotated this time. */
record DatabasePick(DatabaseName name, SimpleBooleanProperty chosen) {

    static DatabasePick of(DatabaseName name) {
        return new DatabasePick(name, new SimpleBooleanProperty(true));
    }

    @Override
    public String toString() {
        return name.value();
    }
}
