package keyturn.ui.parts.table;

import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;

/** Somebody wants a table as a file. Rises from the table to the window, which asks where, and writes it. */
public final class ExportRequest extends Event {

    public static final EventType<ExportRequest> ASKED = new EventType<>(Event.ANY, "EXPORT");

    private static final long serialVersionUID = 1L;

    private final String proposed;
    private final transient Supplier<String> csv;

    private ExportRequest(String proposed, Supplier<String> csv) {
        super(ASKED);
        this.proposed = proposed;
        this.csv = csv;
    }

    static void of(Node from, String proposed, Supplier<String> csv) {
        from.fireEvent(new ExportRequest(proposed, csv));
    }

    /** A name for the file, without a folder. */
    public String proposed() {
        return proposed;
    }

    public String csv() {
        return csv.get();
    }
}
