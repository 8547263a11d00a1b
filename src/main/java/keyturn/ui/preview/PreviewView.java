package keyturn.ui.preview;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.plan.step.StepId;
import keyturn.ui.files.FileQuestion;
import keyturn.ui.files.FileToRead;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.FactCard;
import keyturn.ui.parts.ForecastBanner;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.StepList;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.picture.ChangePicture;
import keyturn.ui.wizard.SecretQuestion;

/** Steps at the left, the bytes that run at the right. */
public final class PreviewView implements PageView {

    private static final double TICKET_WIDTH = 120;
    private static final double LEAST_TICKET = 84;

    /** Three steps and a half: enough to see that there are more. */
    private static final double LEAST_STEPS = 206;

    private final PreviewViewModel model;
    private final ListView<StepLine> steps;
    private final FileQuestion question;
    private final FileToRead folder;
    private final Node pane;
    private final Node content;
    private final HBox ticket = new HBox(8);
    private final List<Node> exits;
    private final List<Node> facts;
    private final Node name;

    /**
     * @param pane with the scripts, shared with the page before
     * @param question asks where the change ticket's file shall be written
     * @param folder asks for the second place of the way back
     */
    public PreviewView(PreviewViewModel model, Node pane, FileQuestion question, FileToRead folder) {
        this.model = model;
        this.question = question;
        this.folder = folder;
        exits = List.of(ticket, bundle());
        facts = List.of(ApprovalFacts.of(model));
        name = ApprovalFacts.name(model);
        steps = StepList.of("steps", Words.of("preview.steps"), model.steps());
        steps.setMinHeight(LEAST_STEPS);
        this.pane = pane;
        content = sheet();
        buildTicket();
        follow();
    }

    private Node sheet() {
        return Sheet.fillingOrScrolling(
                "preview-page",
                model.about().title(),
                new ReadOnlyStringWrapper(Words.of("preview.lead")),
                change(),
                ForecastBanner.place("preview", model.about().forecast()),
                cards(),
                banner(
                        "compared",
                        Tone.INFO,
                        Words.of("preview.compared"),
                        model.about().compared()),
                steps,
                secret(),
                banner(
                        "notices",
                        Tone.ATTENTION,
                        Words.of("preview.notice"),
                        model.about().notices()),
                copy(),
                said());
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
    public boolean mayHidePreview() {
        return false;
    }

    @Override
    public List<Node> exits() {
        return exits;
    }

    @Override
    public List<Node> actions() {
        return facts;
    }

    @Override
    public Optional<Node> beforePrimary() {
        return Optional.of(name);
    }

    @Override
    public void focus() {
        steps.requestFocus();
    }

    private Node change() {
        VBox place = new VBox();
        place.setMinHeight(VBox.USE_PREF_SIZE);
        model.about()
                .change()
                .subscribe(change -> place.getChildren()
                        .setAll(change.map(shown ->
                                        ChangePicture.planned("change", shown).node())
                                .map(List::of)
                                .orElse(List.of())));
        return Showing.when(model.about().change().map(Optional::isPresent), place);
    }

    private Node cards() {
        HBox row = new HBox(12);
        row.setMinHeight(HBox.USE_PREF_SIZE);
        model.about()
                .cards()
                .subscribe(cards -> row.getChildren()
                        .setAll(cards.stream().map(FactCard::node).toList()));
        return row;
    }

    private static Node banner(String id, Tone tone, String word, ObservableValue<List<String>> lines) {
        VBox place = new VBox();
        place.setId(id);
        place.setMinHeight(VBox.USE_PREF_SIZE);
        lines.subscribe(
                now -> place.getChildren().setAll(now.isEmpty() ? List.of() : List.of(Banner.of(tone, word, now))));
        return Showing.when(lines.map(now -> !now.isEmpty()), place);
    }

    /** The field is made anew for each plan, so that no secret of another stays in it. */
    private Node secret() {
        VBox place = new VBox();
        place.setMinHeight(VBox.USE_PREF_SIZE);
        model.asksSecretOf()
                .subscribe(client -> place.getChildren()
                        .setAll(client.map(asked -> SecretQuestion.of(asked, model::type))
                                .map(List::of)
                                .orElse(List.of())));
        return Showing.when(model.asksSecretOf().map(Optional::isPresent), place);
    }

    private Node said() {
        Label said = Texts.body("");
        said.setId("preview-said");
        said.textProperty().bind(model.said());
        return Showing.when(model.said().map(text -> !text.isEmpty()), said);
    }

    private Node bundle() {
        Button bundle = new Button(Words.of("preview.bundle"));
        bundle.setId("bundle");
        bundle.setMinWidth(Button.USE_PREF_SIZE);
        bundle.setAccessibleText(Words.of("preview.bundle.name"));
        bundle.setOnAction(event ->
                question.ask(content.getScene().getWindow(), model.bundleName()).ifPresent(model::bundle));
        return Showing.when(model.about().hasTicket(), bundle);
    }

    private Node copy() {
        Button copy = new Button(Words.of("preview.backout"));
        copy.setId("backout-copy");
        copy.setMinWidth(Button.USE_PREF_SIZE);
        copy.setAccessibleText(Words.of("preview.backout.name"));
        copy.setOnAction(event -> folder.ask(content.getScene().getWindow()).ifPresent(model::copyBackoutTo));
        return copy;
    }

    private void buildTicket() {
        TextField field = new TextField();
        field.setId("ticket");
        field.setPrefWidth(TICKET_WIDTH);
        field.setMinWidth(LEAST_TICKET);
        field.setPromptText(Words.of("preview.ticket.prompt"));
        field.setAccessibleText(Words.of("preview.ticket.name"));
        field.textProperty().bindBidirectional(model.ticket());
        Label name = new Label(Words.of("preview.ticket"));
        name.setMnemonicParsing(true);
        name.setLabelFor(field);
        name.setMinWidth(Label.USE_PREF_SIZE);
        ticket.getChildren().setAll(name, field);
        ticket.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(field, Priority.NEVER);
    }

    /** The selected row and the current step are one thing. */
    private void follow() {
        steps.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.current().set(Optional.of(row.id()));
            }
        });
        model.current().subscribe(current -> current.ifPresent(this::select));
    }

    private void select(StepId id) {
        model.steps().stream().filter(row -> row.id().equals(id)).findFirst().ifPresent(row -> {
            steps.getSelectionModel().select(row);
            steps.scrollTo(row);
        });
    }
}
