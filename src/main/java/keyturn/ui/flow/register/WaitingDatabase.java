package keyturn.ui.flow.register;

import javafx.beans.property.SimpleBooleanProperty;
import keyturn.domain.DatabaseName;

/** A database that SQL Server could not open, and whether the plan opens it with the key. */
record WaitingDatabase(DatabaseName name, SimpleBooleanProperty opened) {

    WaitingDatabase(DatabaseName name, boolean isOpened) {
        this(name, new SimpleBooleanProperty(isOpened));
    }
}
