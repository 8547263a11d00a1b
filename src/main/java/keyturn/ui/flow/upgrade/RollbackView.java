package keyturn.ui.flow.upgrade;

import java.util.Optional;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.ChoiceField;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.wizard.PlanAnswers;

/** The provider, and the former build: a DLL that lies on the server, or an MSI. */
final class RollbackView implements PageView {

    private static final double FORM_WIDTH = 880;

    private final RollbackViewModel model;
    private final ComboBox<String> dll = new ComboBox<>();
    private final Node pane;
    private final Node content;

    /** @param pane with the scripts of what is chosen so far */
    RollbackView(RollbackViewModel model, Node pane) {
        this.model = model;
        this.pane = pane;
        VBox form = new VBox(
                16,
                ChoiceField.of(
                        "rollback-provider",
                        words("provider"),
                        words("provider.prompt"),
                        model.providers(),
                        model.provider()),
                field("msi", model.msi(), model.msiProblem()),
                Showing.when(model.byStop().map(stop -> !stop), dll()),
                Showing.when(model.byStop(), field("product", model.product(), model.productProblem())),
                field("build", model.build(), model.buildProblem()),
                Showing.when(model.byStop().map(stop -> !stop), restart()),
                Showing.when(model.operator(), Texts.body(words("operator"))));
        form.setMaxWidth(FORM_WIDTH);
        content = Sheet.scrolling(
                "rollback-page",
                new ReadOnlyStringWrapper(words("ask")),
                new ReadOnlyStringWrapper(words("lead")),
                ProblemPlace.place(model.problem()),
                form,
                PlanAnswers.place(model.problems(), model.nothingToDo()));
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Optional<Node> preview() {
        return Optional.of(pane);
    }

    @Override
    public void focus() {
        dll.requestFocus();
    }

    private Node dll() {
        dll.setId("rollback-dll");
        dll.setEditable(true);
        dll.setItems(model.proposals());
        dll.getEditor().setId("rollback-dll-path");
        dll.getEditor().setAccessibleText(words("dll.name"));
        dll.getEditor().textProperty().bindBidirectional(model.dll());
        return new VBox(4, Field.of(words("dll"), dll, model.dllProblem()), Texts.caption(words("dll.about")));
    }

    private Node restart() {
        CheckBox box = new CheckBox(words("restart"));
        box.setId("rollback-restart");
        box.setMnemonicParsing(true);
        box.selectedProperty().bindBidirectional(model.restart());
        return box;
    }

    private static Node field(String id, Property<String> typed, ObservableValue<Optional<String>> problem) {
        TextField field = new TextField();
        field.setId("rollback-" + id);
        field.textProperty().bindBidirectional(typed);
        return new VBox(4, Field.of(words(id), field, problem), Texts.caption(words(id + ".about")));
    }

    private static String words(String key) {
        return RollbackViewModel.words(key);
    }
}
