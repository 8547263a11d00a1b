package keyturn.ui.flow.roll;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.SecretField;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.wizard.PlanAnswers;

/** The application, its credentials, where the new secret comes from, and when SQL Server is restarted. */
public final class RollView implements PageView {

    private static final double FORM_WIDTH = 880;

    private final RollViewModel model;
    private final TextField application = new TextField();
    private final Node pane;
    private final Node content;

    /** @param pane with the scripts of what is chosen so far */
    public RollView(RollViewModel model, Node pane) {
        this.model = model;
        this.pane = pane;
        VBox form = new VBox(
                24,
                application(),
                new PickRows(model.picks(), model::tell).node(),
                ProblemPlace.place(model.untold()),
                secret(),
                present(),
                restart(),
                closed());
        form.setMaxWidth(FORM_WIDTH);
        content = Sheet.scrolling(
                "roll-page",
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
        application.requestFocus();
    }

    private Node application() {
        application.setId("roll-application");
        application.textProperty().bindBidirectional(model.application());
        Label said = Texts.caption("");
        said.setId("roll-application-said");
        said.textProperty().bind(model.applicationSaid());
        Showing.when(said.textProperty().map(text -> !text.isEmpty()), said);
        return new VBox(4, Field.of(words("application"), application, model.applicationProblem()), said);
    }

    private Node secret() {
        ToggleGroup group = new ToggleGroup();
        RadioButton directory = radio("roll-by-directory", "directory", group);
        RadioButton typed = radio("roll-typed", "typed", group);
        NewSecretForm form = model.secret();
        directory.setSelected(form.byDirectory().get());
        typed.setSelected(!form.byDirectory().get());
        directory.selectedProperty().bindBidirectional(form.byDirectory());
        form.byDirectory().subscribe(made -> typed.setSelected(!made));
        return new VBox(
                8,
                Texts.section(words("secret")),
                directory,
                Showing.when(form.byDirectory(), lifetime()),
                typed,
                Showing.when(form.byDirectory().not(), typedSecret()));
    }

    private Node lifetime() {
        ComboBox<Lifetime> lifetime = new ComboBox<>();
        lifetime.setId("roll-lifetime");
        lifetime.getItems().setAll(Lifetime.OFFERED);
        lifetime.valueProperty().bindBidirectional(model.secret().lifetime());
        return Field.of(words("lifetime"), lifetime, neverWrong());
    }

    /** The client id stands in its own field above: the two are put together by Keyturn alone. */
    private Node typedSecret() {
        SecretField field = new SecretField();
        field.setId("roll-secret");
        field.textProperty().subscribe(() -> model.type(field.secret()));
        model.isSecretForgotten().subscribe(forgotten -> {
            if (forgotten) {
                field.clear();
            }
        });
        Label lengths = Texts.caption("");
        lengths.setId("roll-secret-lengths");
        lengths.textProperty().bind(model.secret().lengths());
        return new VBox(
                4,
                Field.of(words("secret.value"), field, model.secret().doubt()),
                lengths,
                Texts.caption(words("secret.about")),
                made(field));
    }

    /** In a practice world its owner has one at hand, which opens nothing else. */
    private Node made(SecretField field) {
        Button take = new Button(words("made"));
        take.setId("roll-made");
        take.getStyleClass().add("practise");
        take.setOnAction(event -> model.made().getValue().ifPresent(made -> {
            field.clear();
            field.replaceText(0, 0, new String(made.reveal()));
        }));
        return Showing.when(model.made().map(Optional::isPresent), take);
    }

    private Node present() {
        return new VBox(
                8,
                Texts.section(words("present")),
                check("roll-old", "old", model.oldAtHand()),
                Texts.caption(words("old.about")),
                check("roll-expired", "expired", model.presentFails()),
                Texts.caption(words("expired.about")));
    }

    private Node restart() {
        ToggleGroup group = new ToggleGroup();
        RadioButton now = radio("roll-restart-now", "restartNow", group);
        RadioButton later = radio("roll-restart-later", "restartLater", group);
        RestartForm form = model.restart();
        now.setSelected(form.now().get());
        later.setSelected(!form.now().get());
        now.selectedProperty().bindBidirectional(form.now());
        form.now().subscribe(chosen -> later.setSelected(!chosen));
        TextField by = new TextField();
        by.setId("roll-restart-by");
        by.setPromptText("2026-12-31");
        by.textProperty().bindBidirectional(form.by());
        return new VBox(
                8,
                Texts.section(words("restart")),
                Texts.caption(words("restart.about")),
                later,
                Showing.when(form.now().not(), Field.of(words("restartBy"), by, form.byProblem())),
                now);
    }

    private Node closed() {
        VBox rows = new VBox(8);
        Runnable show = () -> rows.getChildren().setAll(closedRows());
        model.closed().subscribe(show);
        show.run();
        VBox all = new VBox(8, Texts.section(words("closed")), Texts.caption(words("closed.about")), rows);
        return Showing.when(Bindings.isNotEmpty(model.closed()), all);
    }

    private List<CheckBox> closedRows() {
        return model.closed().stream()
                .map(one -> {
                    CheckBox box = new CheckBox(one.name().value());
                    box.setMnemonicParsing(false);
                    box.setId("roll-open-" + (model.closed().indexOf(one) + 1));
                    box.selectedProperty().bindBidirectional(one.opened());
                    return box;
                })
                .toList();
    }

    private static RadioButton radio(String id, String key, ToggleGroup group) {
        RadioButton button = new RadioButton(words(key));
        button.setId(id);
        button.setMnemonicParsing(true);
        button.setWrapText(true);
        button.setToggleGroup(group);
        return button;
    }

    private static CheckBox check(String id, String key, BooleanProperty value) {
        CheckBox box = new CheckBox(words(key));
        box.setId(id);
        box.setMnemonicParsing(true);
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private static ReadOnlyObjectWrapper<Optional<String>> neverWrong() {
        return new ReadOnlyObjectWrapper<>(Optional.empty());
    }

    private static String words(String key) {
        return RollViewModel.words(key);
    }
}
