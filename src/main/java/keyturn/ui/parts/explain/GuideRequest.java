package keyturn.ui.parts.explain;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;

/** Somebody wants the guide beside the pages. Rises from the button to the window, which opens it. */
public final class GuideRequest extends Event {

    public static final EventType<GuideRequest> ASKED = new EventType<>(Event.ANY, "GUIDE");

    private static final long serialVersionUID = 1L;

    private GuideRequest() {
        super(ASKED);
    }

    public static void of(Node from) {
        from.fireEvent(new GuideRequest());
    }
}
