package keyturn.ui.wizard;

import java.time.Period;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.plan.depend.KeySince;
import keyturn.plan.forecast.Outlook;

/** What somebody has set once for all servers. Waits: to be called in the background. */
public interface Settings {

    /** The shorter end of the one to two years that Microsoft's page on maintaining the connector names. */
    Period USUAL_ROTATION = KeySince.USUAL_PERIOD;

    /** After what age a key is due for rotation; {@link #USUAL_ROTATION} while nobody has said. */
    Period rotationDue() throws Problem.Raised;

    void rotationDue(Period age) throws Problem.Raised;

    /** How long before they expire secrets and key versions are told; {@link Outlook#USUAL_WARNING} while nobody has said. */
    Period expiryWarning() throws Problem.Raised;

    void expiryWarning(Period before) throws Problem.Raised;

    /** How somebody left this part of the window; empty: as it comes. */
    Optional<String> look(Looks part) throws Problem.Raised;

    /** @param value one line */
    void look(Looks part, String value) throws Problem.Raised;

    /** Parts of the window that are found again as they were left. */
    enum Looks {
        /** In pixels. */
        SCRIPT_WIDTH,
        /** Whether the rows of steps are low: {@code true} or {@code false}. */
        COMPACT_STEPS,
        /** Light or dark: a name of {@code Appearance.Choice}. */
        APPEARANCE,
        /** Of everything in the window, in percent. */
        TEXT_SIZE,
        /** Left, top, width and height in pixels, and whether it filled the screen: {@code WindowPlace} reads it. */
        WINDOW_PLACE,
        /** In which zone times are shown: a name of {@code ShownTimes}. */
        TIMES,
        /** {@code system}, {@code none}, or {@code HOST:PORT}. */
        PROXY,
        /** The folder in which dialogs for new files open. */
        EXPORT_FOLDER,
        /** How the window is drawn: a name of {@code Drawing}; read when the program starts. */
        DRAWING
    }
}
