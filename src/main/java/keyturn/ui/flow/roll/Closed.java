package keyturn.ui.flow.roll;

import javafx.beans.property.SimpleBooleanProperty;
import keyturn.domain.DatabaseName;

/** A database that SQL Server could not open, and whether the plan opens it before any restart. */
record Closed(DatabaseName name, SimpleBooleanProperty opened) {

    Closed(DatabaseName name) {
        this(name, new SimpleBooleanProperty());
    }
}
