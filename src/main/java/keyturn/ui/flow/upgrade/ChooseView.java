package keyturn.ui.flow.upgrade;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.ChoiceField;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.wrap.WrappedLabel;
import keyturn.ui.wizard.PlanAnswers;

/** Which provider, which DLL; what is wrong stands beside the field that caused it. */
public final class ChooseView implements PageView {

    private static final double FORM_WIDTH = 880;

    private final ChooseViewModel model;
    private final ComboBox<String> dll = new ComboBox<>();
    private final Node pane;
    private final Node content;

    /** @param pane with the scripts of what is chosen so far */
    public ChooseView(ChooseViewModel model, Node pane) {
        this.model = model;
        this.pane = pane;
        var lane = new LaneFields(model.lane());
        VBox form = new VBox(
                16,
                ChoiceField.of(
                        "provider",
                        UpgradeWords.of("choose.provider"),
                        UpgradeWords.of("choose.provider.prompt"),
                        model.providers(),
                        model.provider()),
                current(),
                lane.lanes(),
                Showing.when(model.lane().stop().not(), dll()),
                build(),
                lane.host(),
                Showing.when(model.operator(), Texts.body(UpgradeWords.of("choose.operator"))));
        form.setMaxWidth(FORM_WIDTH);
        content = Sheet.scrolling(
                "choose-page",
                new ReadOnlyStringWrapper(UpgradeWords.of("choose.title")),
                new ReadOnlyStringWrapper(UpgradeWords.of("choose.lead")),
                ProblemPlace.place(model.problem()),
                form,
                PlanAnswers.place(model.problems(), model.nothingToDo()),
                Guidance.node());
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

    private Node current() {
        Label name = Texts.caption(UpgradeWords.of("choose.current"));
        Label path = new WrappedLabel("");
        path.getStyleClass().add("mono");
        path.textProperty().bind(model.currentDll());
        return Showing.when(model.currentDll().map(text -> !text.isEmpty()), new VBox(4, name, path));
    }

    private Node dll() {
        dll.setId("dll");
        dll.setEditable(true);
        dll.setItems(model.proposals());
        dll.getEditor().setId("dll-path");
        dll.getEditor().setAccessibleText(UpgradeWords.of("choose.dll.name"));
        dll.getEditor().setPromptText(UpgradeWords.of("choose.dll.prompt"));
        dll.getEditor().textProperty().bindBidirectional(model.dll());
        Label about = Texts.caption("");
        about.textProperty().bind(offered());
        Label path = new WrappedLabel("");
        path.setId("dll-whole");
        path.getStyleClass().add("mono");
        path.textProperty().bind(model.dll());
        Showing.when(model.dll().isNotEmpty(), path);
        return new VBox(4, Field.of(UpgradeWords.of("choose.dll"), dll, model.dllProblem()), path, about);
    }

    private Node build() {
        TextField build = new TextField();
        build.setId("build");
        build.setPromptText(UpgradeWords.of("choose.build.prompt"));
        build.textProperty().bindBidirectional(model.build());
        Label said = Texts.caption("");
        said.setId("build-said");
        said.textProperty().bind(model.buildSaid());
        return new VBox(4, Field.of(UpgradeWords.of("choose.build"), build, model.buildProblem()), said);
    }

    private ObservableValue<String> offered() {
        return Bindings.createStringBinding(
                () -> UpgradeWords.of(model.proposals().isEmpty() ? "choose.dll.none" : "choose.dll.about"),
                model.proposals());
    }
}
