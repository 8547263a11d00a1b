package keyturn.ui.frame;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import keyturn.ui.parts.Words;

/** What the frame asks of a page: its name, whether one may go on, and to do what its primary button says. */
public interface PageModel {

    PageId id();

    /** Its word in the step rail. */
    String name();

    /** What one does on this page, for anyone who presses F1. */
    String help();

    /** The primary button; empty where the page itself holds the ways on. */
    Optional<Primary> primary();

    /** The same, for a page whose primary button becomes another one while the page is in sight. */
    default ObservableValue<Optional<Primary>> primaryNow() {
        return new ReadOnlyObjectWrapper<>(primary()).getReadOnlyProperty();
    }

    /** What the button says that leads back to the start page, with a mnemonic. */
    default String cancel() {
        return Words.of("cancel");
    }

    /** Why the primary button is off, in a sentence; empty: it is on. */
    ObservableValue<Optional<String>> blocked();

    /** Whether its primary button changes something outside: it then takes no click or key right after the page has appeared. */
    default boolean mayChange() {
        return false;
    }

    /** While true one cannot go back, cancel or close: something runs that must not be lost from sight. */
    default ObservableValue<Boolean> held() {
        return new ReadOnlyBooleanWrapper(false).getReadOnlyProperty();
    }

    /**
     * Somebody wants to close the window although the page is held: the page says why not, and what may be done.
     *
     * @param close closes it, to be called once the page has come to rest
     */
    default void closing(Runnable close) {}

    /** Whether what has happened on this page or before can be undone by going back. */
    default boolean canGoBack() {
        return true;
    }

    /** Reads anew what the page shows, for anyone who presses F5; empty: nothing here grows old. */
    default Optional<Runnable> again() {
        return Optional.empty();
    }

    /** Whether Escape does what the primary button says: a page beside the flow, which closes. */
    default boolean closesByEscape() {
        return false;
    }

    /** Somebody has pressed Escape; whether the page knew what to do: otherwise it leads back. */
    default boolean escaped() {
        return false;
    }

    /** Why somebody must come to the window, in a few words; empty: it can wait. The window's title says so too. */
    default ObservableValue<Optional<String>> calls() {
        return new ReadOnlyObjectWrapper<>(Optional.<String>empty()).getReadOnlyProperty();
    }

    /** The page comes into sight. */
    default void entered() {}

    /** It comes into sight again from a page beside the flow, such as help: nothing has happened meanwhile. */
    default void shownAgain() {
        entered();
    }

    /** The page goes out of sight; what it waits for is no longer wanted. */
    default void left() {}

    /** Does what the primary button says, and calls {@code onward} once that has succeeded. */
    void proceed(Runnable onward);

    /**
     * The primary button.
     *
     * @param id of the control: mostly {@code #next}
     * @param text with a mnemonic
     * @param isDefault whether Enter presses it
     */
    record Primary(String id, String text, boolean isDefault) {

        public static Primary next(String text) {
            return new Primary("next", text, true);
        }
    }
}
