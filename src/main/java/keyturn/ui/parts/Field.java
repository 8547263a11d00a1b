package keyturn.ui.parts;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.wrap.WrappedLabel;

/** An input with its name above and what is wrong with it right below. */
public final class Field {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private Field() {}

    /**
     * @param name with a mnemonic ({@code _Server})
     * @param problem what is wrong, in words; empty: nothing
     */
    public static VBox of(String name, Control input, ObservableValue<Optional<String>> problem) {
        Label label = new Label(name);
        label.setMnemonicParsing(true);
        label.setLabelFor(input);
        label.setWrapText(true);
        label.getStyleClass().add("field-name");
        input.setAccessibleText(name.replace("_", ""));
        input.setMaxWidth(Double.MAX_VALUE);
        Label below = new WrappedLabel("");
        below.getStyleClass().add("field-problem");
        below.setGraphic(sign());
        below.textProperty().bind(problem.map(text -> Wrapping.plain(text.orElse(""))));
        Showing.when(problem.map(Optional::isPresent), below);
        problem.subscribe(now -> mark(input, now));
        return new VBox(4, label, input, below);
    }

    private static Node sign() {
        var sign = Icon.WRONG.node();
        sign.getStyleClass().add("field-sign");
        return sign;
    }

    private static void mark(Control input, Optional<String> problem) {
        input.pseudoClassStateChanged(WRONG, problem.isPresent());
        input.setAccessibleHelp(problem.orElse(""));
    }

    /** For what cannot be entered wrongly; each field its own, for what is heard holds who listens. */
    public static ObservableValue<Optional<String>> neverWrong() {
        return new ReadOnlyObjectWrapper<>(Optional.empty());
    }
}
