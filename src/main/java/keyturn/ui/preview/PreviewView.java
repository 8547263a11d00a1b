package keyturn.ui.preview;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.ui.files.FileQuestion;
import keyturn.ui.files.FileToRead;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.ForecastBanner;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.picture.ChangePicture;
import keyturn.ui.steps.StepTreeView;
import keyturn.ui.wizard.SecretQuestion;

/** Steps at the left, the bytes that run at the right. */
public final class PreviewView implements PageView {

    private static final double TICKET_WIDTH = 120;
    private static final double LEAST_TICKET = 84;

    private final PreviewViewModel model;
    private final StepTreeView steps;
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
        steps = new StepTreeView("steps", Words.of("preview.steps"), model.steps(), model.current(), model.compact());
        this.pane = pane;
        content = sheet();
        buildTicket();
    }

    private Node sheet() {
        return Sheet.scrolling(
                "preview-page",
                model.about().title(),
                model.about().lead(),
                facts(),
                ForecastBanner.place("preview", model.about().failing()),
                change(),
                banner(
                        "compared",
                        Tone.INFO,
                        Words.of("preview.compared"),
                        model.about().compared()),
                steps.node(),
                secret(),
                NoticeCard.of(model.about().notices()),
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
        steps.focus();
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

    private Node facts() {
        FlowPane line = new FlowPane(24, 4);
        line.setId("plan-facts");
        line.setMinHeight(Region.USE_PREF_SIZE);
        model.about()
                .facts()
                .subscribe(facts -> line.getChildren()
                        .setAll(facts.stream().map(PlanFact::node).toList()));
        return line;
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
}
