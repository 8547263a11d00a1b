package keyturn.ui.flow.recover;

import static keyturn.ui.flow.recover.RecoverViewModel.say;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.domain.Message;
import keyturn.plan.triage.VaultTriage;
import keyturn.ui.files.FileToRead;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.ChoiceField;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.wrap.WrappedLabel;
import keyturn.ui.wizard.PlanAnswers;

/** What is lost, and where it comes back. */
public final class RecoverView implements PageView {

    private static final double FORM_WIDTH = 880;

    private final RecoverViewModel model;
    private final FileToRead directory;
    private final Node pane;
    private final TextField lost;
    private final Node content;

    /**
     * @param pane with the scripts of what is chosen so far
     * @param directory asks for a folder
     */
    RecoverView(RecoverViewModel model, Node pane, FileToRead directory) {
        this.model = model;
        this.directory = directory;
        this.pane = pane;
        this.lost = text("recover-lost", model.lost());
        Node provider = ChoiceField.of(
                "provider", say("provider"), say("provider.prompt"), model.providers(), model.provider());
        VBox form = new VBox(
                16,
                warning(),
                triage(),
                logs(),
                Showing.when(model.provider().map(Optional::isEmpty), provider),
                about("lost", lost, RecoverViewModel.vaultProblem(model.lost())),
                folder(),
                about("into", prompted("recover-into", model.into()), RecoverViewModel.vaultProblem(model.into())),
                Showing.when(model.isCreated(), home()),
                application());
        form.setMaxWidth(FORM_WIDTH);
        content = Sheet.scrolling(
                "recover-vault-page",
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
        lost.requestFocus();
    }

    private static TextField text(String id, Property<String> value) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static TextField prompted(String id, Property<String> value) {
        TextField field = text(id, value);
        field.setPromptText("https://NAME.vault.azure.net");
        return field;
    }

    private static Node about(String key, TextField field, ObservableValue<Optional<String>> problem) {
        return new VBox(4, Field.of(say(key), field, problem), Texts.caption(say(key + ".about")));
    }

    private Node triage() {
        Label told = new WrappedLabel("");
        told.setId("recover-triage");
        told.textProperty().bind(model.triage().map(RecoverView::told));
        VBox all = new VBox(4, Texts.caption(say("triage")), told);
        return Showing.when(model.triage().map(now -> !now.vaults().isEmpty()), all);
    }

    private Node warning() {
        Node banner = Banner.of(
                Tone.DANGER, say("spare"), Message.of("plan.triage.banner").text());
        return Showing.when(model.triage().map(now -> !now.troubled().isEmpty()), banner);
    }

    private static String told(VaultTriage triage) {
        return triage.vaults().stream().map(one -> one.words().text()).collect(Collectors.joining("\n"));
    }

    private Node logs() {
        VBox lines = new VBox(4);
        lines.setId("recover-logs");
        Runnable show = () -> lines.getChildren()
                .setAll(model.logs().stream().map(Texts::body).toList());
        model.logs().subscribe(show);
        show.run();
        VBox all = new VBox(4, Texts.caption(say("logs")), lines);
        return Showing.when(Bindings.isNotEmpty(model.logs()), all);
    }

    private Node folder() {
        TextField folder = text("recover-folder", model.backups().folder());
        Node field = Field.of(say("folder"), folder, model.backups().problem());
        Label about = Texts.caption(say("folder.about"));
        about.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(about, Priority.ALWAYS);
        Button choose = new Button(say("folder.choose"));
        choose.setId("recover-folder-choose");
        choose.setMinWidth(Button.USE_PREF_SIZE);
        choose.setAccessibleText(say("folder.choose.name"));
        choose.setOnAction(event -> directory
                .ask(content.getScene().getWindow())
                .ifPresent(chosen -> model.backups().folder().set(chosen.toString())));
        Label found = new WrappedLabel("");
        found.setId("recover-found");
        found.textProperty().bind(model.found());
        Showing.when(model.found().map(text -> !text.isEmpty()), found);
        return new VBox(4, field, new HBox(12, about, choose), found);
    }

    private Node home() {
        HomeForm form = model.home();
        CheckBox premium = box("recover-premium", "premium", form.premium());
        HBox fields = new HBox(
                12,
                wide(Field.of(
                        say("subscription"), text("recover-subscription", form.subscription()), Field.neverWrong())),
                wide(Field.of(say("group"), text("recover-group", form.group()), Field.neverWrong())),
                wide(Field.of(say("region"), text("recover-region", form.region()), Field.neverWrong())));
        return new VBox(4, Texts.caption(say("home")), fields, Texts.caption(say("home.about")), premium);
    }

    private static Node wide(Node field) {
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private Node application() {
        return new VBox(
                8,
                Field.of(say("client"), text("recover-client", model.client()), model.clientProblem()),
                box("recover-secret", "secret", model.secret()),
                Showing.when(model.isRenamed(), box("recover-restart", "restart", model.restart())));
    }

    private static CheckBox box(String id, String key, Property<Boolean> value) {
        CheckBox box = new CheckBox(say(key));
        box.setId(id);
        box.selectedProperty().bindBidirectional(value);
        return box;
    }
}
