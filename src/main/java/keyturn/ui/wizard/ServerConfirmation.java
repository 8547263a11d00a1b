package keyturn.ui.wizard;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.inspection.Inspection.ServerIdentity;
import keyturn.plan.step.HostStep;

/**
 * Before something changes on a server, its name is typed, unless its DBA has marked it as one for tests and the plan does not stop
 * it. The practice range says itself that it is one. On JavaFX's thread only.
 */
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
        return switch (environment()) {
            case PRODUCTION -> true;
            case TEST -> stops() && !isPractice();
            case NOT_SAID -> !isPractice();
        };
    }

    /** Whether its DBA has marked it as production, rather than said nothing. */
    public ObservableValue<Boolean> production() {
        return draft.environment()
                .observable()
                .map(said -> said.filter(Environment.PRODUCTION::equals).isPresent());
    }

    private Environment environment() {
        return draft.environment().get().orElse(Environment.NOT_SAID);
    }

    /** The plan at hand stops SQL Server, or restarts it. */
    private boolean stops() {
        return draft.rendered()
                .get()
                .filter(shown -> HostStep.stopsEngine(shown.plan().steps()))
                .isPresent();
    }

    private boolean isPractice() {
        return draft.inspection()
                .get()
                .filter(seen -> seen.identity().practice())
                .isPresent();
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
