package keyturn.ui.flow.backup;

import static keyturn.ui.flow.backup.BackupKeysViewModel.say;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.ui.files.FileToRead;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.ChoiceField;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.wizard.PlanAnswers;

/** Which keys, and into which folder. */
public final class BackupKeysView implements PageView {

    private static final double FORM_WIDTH = 880;

    private final BackupKeysViewModel model;
    private final FileToRead directory;
    private final Node pane;
    private final TextField folder = new TextField();
    private final Node content;

    /**
     * @param pane with the scripts of what is chosen so far
     * @param directory asks for a folder
     */
    BackupKeysView(BackupKeysViewModel model, Node pane, FileToRead directory) {
        this.model = model;
        this.directory = directory;
        this.pane = pane;
        Node provider = ChoiceField.of(
                "provider", say("provider"), say("provider.prompt"), model.providers(), model.provider());
        VBox form = new VBox(
                16, Showing.when(model.provider().map(Optional::isEmpty), provider), which(), names(), folder());
        form.setMaxWidth(FORM_WIDTH);
        content = Sheet.scrolling(
                "backup-keys-page",
                new ReadOnlyStringWrapper(say("ask")),
                new ReadOnlyStringWrapper(say("lead")),
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
        folder.requestFocus();
    }

    private Node which() {
        ComboBox<WhichKeys> which = new ComboBox<>();
        which.setId("which-keys");
        which.getItems().setAll(WhichKeys.OFFERED);
        which.valueProperty().bindBidirectional(model.which());
        return Field.of(say("which"), which, new ReadOnlyObjectWrapper<>(Optional.<String>empty()));
    }

    private Node names() {
        TextField names = new TextField();
        names.setId("key-names");
        names.textProperty().bindBidirectional(model.names());
        return Showing.when(
                model.which().map(which -> which == WhichKeys.NAMED),
                Field.of(say("names"), names, model.namesProblem()));
    }

    private Node folder() {
        folder.setId("backup-folder");
        folder.textProperty().bindBidirectional(model.folder());
        VBox field = Field.of(say("folder"), folder, model.folderProblem());
        Label about = Texts.caption(say("folder.about"));
        about.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(about, Priority.ALWAYS);
        Button choose = new Button(say("folder.choose"));
        choose.setId("backup-folder-choose");
        choose.setMinWidth(Button.USE_PREF_SIZE);
        choose.setAccessibleText(say("folder.choose.name"));
        choose.setOnAction(event -> directory
                .ask(content.getScene().getWindow())
                .ifPresent(chosen -> model.folder().set(chosen.toString())));
        return new VBox(4, field, new HBox(12, about, choose));
    }
}
