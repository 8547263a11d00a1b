package keyturn.ui.frame;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/** What the frame shows of a page. Each node is made once. */
public interface PageView {

    Node content();

    /** Fills the preview pane; empty: the page has the room. */
    default Optional<Node> preview() {
        return Optional.empty();
    }

    /** Whether somebody may hide the preview here; not where one approves what it shows. */
    default boolean mayHidePreview() {
        return true;
    }

    /** Stands in the rail instead of the list of steps. */
    default Optional<Node> rail() {
        return Optional.empty();
    }

    /** Left in the footer: side exits, a note. */
    default List<Node> exits() {
        return List.of();
    }

    /** Right in the footer, before the primary button. */
    default List<Node> actions() {
        return List.of();
    }

    /** Stands right above the footer, over its whole width: what must be done before the primary button may be pressed. */
    default Optional<Node> beforePrimary() {
        return Optional.empty();
    }

    /** Puts the keyboard where the work of this page begins. */
    default void focus() {
        content().requestFocus();
    }
}
