package keyturn.ui.flow.removesecret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.ChoiceField;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.wrap.WrappedLabel;
import keyturn.ui.wizard.PlanAnswers;

/** Which secret goes, what signs in as its application, and who else uses it. */
final class RemoveView implements PageView {

    private static final double FORM_WIDTH = 880;

    /** Below the text of a box to tick. */
    private static final double INDENT = 24;

    private final RemoveViewModel model;
    private final ComboBox<OfferedSecret> secret;
    private final Node pane;
    private final Node content;

    /** @param pane with the scripts of what is chosen so far */
    RemoveView(RemoveViewModel model, Node pane) {
        this.model = model;
        this.pane = pane;
        secret = ChoiceField.box(
                "secret-to-remove", words("secret.prompt"), model.secrets(), model.secret(), String::valueOf);
        VBox form = new VBox(
                16,
                ChoiceField.of(
                        "application",
                        words("application"),
                        words("application.prompt"),
                        model.applications(),
                        model.application()),
                Field.of(words("secret"), secret, new ReadOnlyObjectWrapper<>(Optional.<String>empty())),
                credentials(),
                held(),
                others(),
                byOwner());
        form.setMaxWidth(FORM_WIDTH);
        content = Sheet.scrolling(
                "remove-secret-page",
                new ReadOnlyStringWrapper(words("choose.title")),
                new ReadOnlyStringWrapper(words("choose.lead")),
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
        secret.requestFocus();
    }

    private Node credentials() {
        VBox rows = new VBox(8);
        rows.setId("credentials");
        Runnable show = () -> rows.getChildren().setAll(rows());
        model.credentials().subscribe(show);
        show.run();
        return new VBox(4, Texts.caption(words("credentials")), rows);
    }

    private List<CheckBox> rows() {
        List<CheckBox> rows = new ArrayList<>();
        for (TickedCredential one : model.credentials()) {
            CheckBox box = new CheckBox(one.name().value());
            box.setMnemonicParsing(false);
            box.setId("credential-" + (rows.size() + 1));
            box.setAccessibleText(one.name().value());
            box.selectedProperty().bindBidirectional(one.ticked());
            rows.add(box);
        }
        return rows;
    }

    private Node held() {
        ObservableValue<Optional<String>> other = model.statement().other();
        CheckBox box = new CheckBox(words("holds"));
        box.setId("holds-newest");
        box.setMnemonicParsing(true);
        box.accessibleTextProperty().bind(other.map(one -> words("holds").replace("_", "") + " " + one.orElse("")));
        box.selectedProperty().bindBidirectional(model.statement().ticked());
        Label secretHeld = new WrappedLabel("");
        secretHeld.textProperty().bind(other.map(one -> one.orElse("")));
        VBox.setMargin(secretHeld, new Insets(0, 0, 0, INDENT));
        VBox pair = new VBox(4, box, secretHeld, Texts.caption(words("holds.why")));
        pair.visibleProperty().bind(other.map(Optional::isPresent));
        pair.managedProperty().bind(pair.visibleProperty());
        return pair;
    }

    private Node others() {
        TextField field = new TextField();
        field.setId("other-users");
        field.textProperty().bindBidirectional(model.others());
        return Field.of(words("others"), field, new ReadOnlyObjectWrapper<>(Optional.<String>empty()));
    }

    private Node byOwner() {
        CheckBox box = new CheckBox(words("byOwner"));
        box.setId("by-owner");
        box.setMnemonicParsing(true);
        box.selectedProperty().bindBidirectional(model.byOwner());
        return box;
    }

    private static String words(String key) {
        return RemoveViewModel.words(key);
    }
}
