package keyturn.ui.flow.enableekm;

import java.util.Optional;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.wizard.PlanAnswers;

/** Provider and DLL, the own credential, the first key. */
final class EnableEkmView implements PageView {

    private static final double FORM_WIDTH = 880;

    private final EnableEkmViewModel model;
    private final TextField provider = new TextField();
    private final Node pane;
    private final Node content;

    /** @param pane with the scripts of what is chosen so far */
    EnableEkmView(EnableEkmViewModel model, Node pane) {
        this.model = model;
        this.pane = pane;
        VBox form = new VBox(16, provider(), own(), key());
        form.setMaxWidth(FORM_WIDTH);
        content = Sheet.scrolling(
                "enable-ekm-page",
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
        provider.requestFocus();
    }

    private Node provider() {
        bound(provider, "ekm-provider", model.provider());
        TextField dll = bound(new TextField(), "ekm-dll", model.dll());
        return new VBox(
                16,
                Field.of(words("provider"), provider, fine()),
                new VBox(4, Field.of(words("dll"), dll, model.dllProblem()), Texts.caption(words("dll.about"))));
    }

    private Node own() {
        CheckBox with = new CheckBox(words("withOwn"));
        with.setId("ekm-with-own");
        with.setMnemonicParsing(true);
        with.setWrapText(true);
        with.selectedProperty().bindBidirectional(model.withOwn());
        VBox fields = new VBox(
                8,
                Field.of(words("own"), bound(new TextField(), "ekm-own", model.own()), fine()),
                Field.of(words("identity"), bound(new TextField(), "ekm-identity", model.identity()), fine()),
                Field.of(
                        words("application"),
                        bound(new TextField(), "ekm-application", model.application()),
                        model.applicationProblem()));
        return new VBox(
                8,
                Texts.section(words("credential")),
                with,
                Texts.caption(words("withOwn.about")),
                Showing.when(model.withOwn(), fields));
    }

    private Node key() {
        return Showing.when(
                model.withOwn(),
                new VBox(
                        8,
                        Texts.section(words("key")),
                        Field.of(
                                words("vaultKey"),
                                bound(new TextField(), "ekm-vault-key", model.vaultKey()),
                                model.vaultKeyProblem()),
                        Texts.caption(words("vaultKey.about"))));
    }

    private static TextField bound(TextField field, String id, Property<String> value) {
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static ObservableValue<Optional<String>> fine() {
        return new ReadOnlyObjectWrapper<>(Optional.empty());
    }

    private static String words(String key) {
        return EnableEkmViewModel.words(key);
    }
}
