package keyturn.ui.parts.explain;

import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import keyturn.domain.Problem;

/** Somebody wants an error explained, or the checks run. Rises from the button to the window, which goes to the page. */
public final class ExplainRequest extends Event {

    public static final EventType<ExplainRequest> ASKED = new EventType<>(Event.ANY, "EXPLAIN");

    private static final long serialVersionUID = 1L;

    private final transient Optional<Problem> problem;
    private final boolean checks;

    private ExplainRequest(Optional<Problem> problem, boolean checks) {
        super(ASKED);
        this.problem = problem;
        this.checks = checks;
    }

    /** Something is to be typed or pasted. */
    public static ExplainRequest anything() {
        return new ExplainRequest(Optional.empty(), false);
    }

    /** The checks of the server are to run. */
    public static ExplainRequest checks() {
        return new ExplainRequest(Optional.empty(), true);
    }

    /** Of a problem that is in sight. */
    public static void of(Problem problem, Node from) {
        from.fireEvent(new ExplainRequest(Optional.of(problem), false));
    }

    /** Of something that is to be typed or pasted. */
    public static void ofAnything(Node from) {
        from.fireEvent(anything());
    }

    /** Not an error: the checks of the server. */
    public static void ofChecks(Node from) {
        from.fireEvent(checks());
    }

    public Optional<Problem> problem() {
        return problem;
    }

    /** Whether the checks are to be run at once. */
    public boolean wantsChecks() {
        return checks;
    }
}
