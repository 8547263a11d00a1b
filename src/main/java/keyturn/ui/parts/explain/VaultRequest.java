package keyturn.ui.parts.explain;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;

/** Somebody wants the vault looked at too. Rises from the button to the window, which goes to the sign-in. */
public final class VaultRequest extends Event {

    public static final EventType<VaultRequest> ASKED = new EventType<>(Event.ANY, "VAULT");

    private static final long serialVersionUID = 1L;

    private VaultRequest() {
        super(ASKED);
    }

    public static void of(Node from) {
        from.fireEvent(new VaultRequest());
    }
}
