package keyturn.ui.wizard;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import keyturn.domain.inspection.Inspection.ServerIdentity;

/** Before something changes on a server that its DBA has marked as production, its name is typed. On JavaFX's thread only. */
public final class ServerConfirmation {

    private final Draft draft;
    private final SimpleStringProperty typed = new SimpleStringProperty("");

    public ServerConfirmation(Draft draft) {
        this.draft = draft;
    }

    /** What has been typed so far. */
    public StringProperty typed() {
        return typed;
    }

    /** Whether the name must be typed for the server in the draft. */
    public boolean isAsked() {
        return draft.environment().get().filter(Environment.PRODUCTION::equals).isPresent();
    }

    /** Whether the name of this server must be typed and has not been. */
    public boolean isMissing(ServerIdentity server) {
        return isAsked() && !server.isNamed(typed.get());
    }

    /** The name that must be typed still; empty: none. */
    public Optional<String> missing(ServerIdentity server) {
        return isMissing(server) ? Optional.of(server.name()) : Optional.empty();
    }

    /** The next change needs it anew. */
    public void forget() {
        typed.set("");
    }
}
