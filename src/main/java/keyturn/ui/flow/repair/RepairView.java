package keyturn.ui.flow.repair;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
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

/** The provider, its DLL with the build, and the restart. */
final class RepairView implements PageView {

    private static final double FORM_WIDTH = 880;

    private final RepairViewModel model;
    private final ComboBox<String> dll = new ComboBox<>();
    private final Node pane;
    private final Node content;

    /** @param pane with the scripts of what is chosen so far */
    RepairView(RepairViewModel model, Node pane) {
        this.model = model;
        this.pane = pane;
        VBox form = new VBox(
                16,
                ChoiceField.of(
                        "repair-provider",
                        words("provider"),
                        words("provider.prompt"),
                        model.providers(),
                        model.provider()),
                dll(),
                build(),
                restart());
        form.setMaxWidth(FORM_WIDTH);
        content = Sheet.scrolling(
                "repair-page",
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
        dll.setId("repair-dll");
        dll.setEditable(true);
        dll.setItems(model.proposals());
        dll.getEditor().setId("repair-dll-path");
        dll.getEditor().setAccessibleText(words("dll.name"));
        dll.getEditor().textProperty().bindBidirectional(model.dll());
        return new VBox(4, Field.of(words("dll"), dll, model.dllProblem()), Texts.caption(words("dll.about")));
    }

    private Node build() {
        TextField build = new TextField();
        build.setId("repair-build");
        build.textProperty().bindBidirectional(model.build());
        return new VBox(4, Field.of(words("build"), build, model.buildProblem()), Texts.caption(words("build.about")));
    }

    private Node restart() {
        CheckBox box = new CheckBox(words("restart"));
        box.setId("repair-restart");
        box.setMnemonicParsing(true);
        box.selectedProperty().bindBidirectional(model.restart());
        return new VBox(
                4,
                box,
                Texts.caption(words("restart.about")),
                Showing.when(model.operator(), Texts.body(words("operator"))));
    }

    private static String words(String key) {
        return RepairViewModel.words(key);
    }
}
