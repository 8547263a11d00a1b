package keyturn.ui.frame;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;

/** What somebody waited for has come: the keyboard goes to the primary button. Rises from the page to the frame. */
public final class PrimaryRequest extends Event {

    static final EventType<PrimaryRequest> ASKED = new EventType<>(Event.ANY, "PRIMARY");

    private static final long serialVersionUID = 1L;

    private PrimaryRequest() {
        super(ASKED);
    }

    public static void from(Node page) {
        page.fireEvent(new PrimaryRequest());
    }
}
