package keyturn.ui.frame;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;

/** Something that can be done now, by the words that it is found by. */
public record PaletteCommand(String name, Runnable action) {

    /** Commands that hang on what was typed. */
    @FunctionalInterface
    public interface Source {

        /** @param words as typed; those found need not hold them */
        List<PaletteCommand> of(String words);
    }

    /** The buttons in sight that can be pressed, in their order, each once. */
    static List<PaletteCommand> ofButtons(Node root) {
        List<PaletteCommand> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<PaletteCommand> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node instanceof ButtonBase button
                && !(node instanceof MenuButton)
                && !name(button).isBlank()) {
            PaletteCommand command = new PaletteCommand(name(button), button::fire);
            if (found.stream().noneMatch(other -> other.name().equals(command.name()))) {
                found.add(command);
            }
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static String name(ButtonBase button) {
        String said = button.getAccessibleText();
        String shown = button.getText() == null ? "" : button.getText().replace("_", "");
        return said == null || said.isBlank() ? shown : said;
    }

    /** As the list shows it. */
    @Override
    public String toString() {
        return name;
    }
}
