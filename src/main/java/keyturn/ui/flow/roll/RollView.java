package keyturn.ui.flow.roll;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.Field;
import keyturn.ui.wizard.PlanAnswers;

/** The application, its credentials, and where the new secret comes from. */
public final class RollView implements PageView {

    private static final double FORM_WIDTH = 880;

    private final RollViewModel model;
    private final TextField application = new TextField();
    private final VBox credentials = new VBox(4);
    private final Node pane;
    private final Node content;

    /** @param pane with the scripts of what is chosen so far */
    public RollView(RollViewModel model, Node pane) {
        this.model = model;
        this.pane = pane;
        application.setId("roll-application");
        application.textProperty().bindBidirectional(model.application());
        var directory = new CheckBox(RollViewModel.words("directory"));
        directory.setId("roll-directory");
        directory.selectedProperty().bindBidirectional(model.directory());
        model.picks().addListener((ListChangeListener<RollViewModel.Pick>) change -> fill());
        fill();
        VBox form = new VBox(
                16,
                Field.of(RollViewModel.words("application"), application, model.applicationProblem()),
                credentials,
                directory);
        form.setMaxWidth(FORM_WIDTH);
        content = Sheet.scrolling(
                "roll-page",
                new ReadOnlyStringWrapper(RollViewModel.words("title")),
                new ReadOnlyStringWrapper(RollViewModel.words("lead")),
                form,
                PlanAnswers.place(model.problems(), model.nothingToDo()));
    }

    private void fill() {
        credentials
                .getChildren()
                .setAll(model.picks().stream().map(RollView::box).toList());
    }

    private static Node box(RollViewModel.Pick pick) {
        var box = new CheckBox(pick.held().name() + " · " + pick.held().identity());
        box.setMnemonicParsing(false);
        box.setId("roll-credential-" + pick.held().name());
        box.setDisable(pick.held().managed());
        box.selectedProperty().bindBidirectional(pick.chosen());
        return box;
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
        application.requestFocus();
    }
}
