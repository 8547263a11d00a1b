package keyturn.ui.flow.removesecret;

import javafx.beans.property.SimpleBooleanProperty;
import keyturn.domain.CredentialName;

/** A credential of the server, ticked where it signs in as the application. */
record TickedCredential(CredentialName name, SimpleBooleanProperty ticked) {

    TickedCredential(CredentialName name, boolean ticked) {
        this(name, new SimpleBooleanProperty(ticked));
    }
}
