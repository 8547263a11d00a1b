package keyturn.ui.flow.register;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.wizard.PlanAnswers;

/** The thumbprint that is missing, the key behind it, its names on the server, the databases that wait. */
final class RegisterView implements PageView {

    private static final double FORM_WIDTH = 880;

    private final RegisterViewModel model;
    private final TextField thumbprint = new TextField();
    private final Node pane;
    private final Node content;

    /** @param pane with the scripts of what is chosen so far */
    RegisterView(RegisterViewModel model, Node pane) {
        this.model = model;
        this.pane = pane;
        VBox form = new VBox(16, wanted(), vaultKey(), closed(), names(), application());
        form.setMaxWidth(FORM_WIDTH);
        content = Sheet.scrolling(
                "register-key-page",
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
        thumbprint.requestFocus();
    }

    private Node wanted() {
        thumbprint.setId("register-thumbprint");
        thumbprint.setPromptText("0x373B314B78E8D59A0925494558FEF14B726216C5");
        thumbprint.textProperty().bindBidirectional(model.thumbprint());
        return new VBox(
                4,
                Field.of(words("thumbprint"), thumbprint, model.thumbprintProblem()),
                Texts.caption(words("thumbprint.about")));
    }

    private Node vaultKey() {
        TextField field = field("register-vault-key", model.vaultKey());
        field.setPromptText(words("vaultKey.prompt"));
        Label said = Texts.caption("");
        said.setId("register-vault-key-said");
        said.textProperty().bind(model.vaultKeySaid());
        return new VBox(
                16,
                new VBox(4, Field.of(words("vaultKey"), field, model.vaultKeyProblem()), said),
                Field.of(words("identity"), field("register-identity", model.identity()), fine()));
    }

    private Node names() {
        RegisterNames names = model.names();
        return new VBox(
                8,
                Texts.section(words("names")),
                Texts.caption(words("names.about")),
                Field.of(words("key"), field("register-key-name", names.key()), fine()),
                Field.of(words("login"), field("register-login", names.login()), fine()),
                Field.of(words("credential"), field("register-credential", names.credential()), fine()));
    }

    private Node application() {
        return new VBox(
                4,
                Field.of(
                        words("application"),
                        field("register-application", model.application()),
                        model.applicationProblem()),
                Texts.caption(words("application.about")));
    }

    private Node closed() {
        VBox rows = new VBox(8);
        Runnable show = () -> rows.getChildren().setAll(rows());
        model.closed().subscribe(show);
        show.run();
        VBox all = new VBox(8, Texts.section(words("closed")), Texts.caption(words("closed.about")), rows);
        return Showing.when(Bindings.isNotEmpty(model.closed()), all);
    }

    private List<CheckBox> rows() {
        return model.closed().stream()
                .map(one -> {
                    CheckBox box = new CheckBox(one.name().value());
                    box.setMnemonicParsing(false);
                    box.setId("register-open-" + (model.closed().indexOf(one) + 1));
                    box.selectedProperty().bindBidirectional(one.opened());
                    return box;
                })
                .toList();
    }

    private static TextField field(String id, Property<String> value) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static ObservableValue<Optional<String>> fine() {
        return new ReadOnlyObjectWrapper<>(Optional.empty());
    }

    private static String words(String key) {
        return RegisterViewModel.words(key);
    }
}
