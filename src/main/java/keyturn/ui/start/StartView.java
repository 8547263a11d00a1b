package keyturn.ui.start;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.plan.Flows;
import keyturn.plan.flow.Flow;
import keyturn.ui.files.FileToRead;
import keyturn.ui.frame.PageView;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.FlowPages;

/** The start page: practise first, where there is a range, then what one can do. */
public final class StartView implements PageView {

    private final StartViewModel model;
    private final ObservableValue<ZoneId> zone;
    private final FileToRead planFile;
    private final TourCard tour;
    private final Optional<PracticeCard> practice;
    private final Node content;
    private final ServerRail rail;
    private final Label version;

    /**
     * @param planFile asks for the file of a saved plan
     * @param flows in the order of their cards
     */
    public StartView(
            StartViewModel model,
            String productVersion,
            ObservableValue<ZoneId> zone,
            FileToRead planFile,
            List<FlowPages> flows) {
        this.model = model;
        this.zone = zone;
        this.planFile = planFile;
        tour = new TourCard(model);
        practice = model.offersPractice() ? Optional.of(new PracticeCard(model)) : Optional.empty();
        version = new Label(Words.of("start.version", productVersion));
        version.getStyleClass().add("muted");
        VBox body = body(flows);
        ScrollPane scroll = new ScrollPane(body);
        scroll.setId("start");
        scroll.getStyleClass().add("sheet");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        content = scroll;
        rail = new ServerRail(model, zone);
    }

    private VBox body(List<FlowPages> flows) {
        VBox body = new VBox(20);
        body.getChildren().setAll(new RunCards(model.runs(), zone, model::allRuns).node());
        practice.ifPresent(card -> body.getChildren().addAll(tour.node(), card.node()));
        body.getChildren()
                .addAll(
                        ProblemPlace.place(model.problem()),
                        ProblemPlace.place(model.runs().problem()),
                        Texts.section(Words.of("start.flows")),
                        cards(flows),
                        muted(Words.of("start.promise")));
        body.getStyleClass().add("start-body");
        return body;
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Optional<Node> rail() {
        return Optional.of(rail.node());
    }

    @Override
    public List<Node> exits() {
        return List.of(version);
    }

    @Override
    public void focus() {
        if (model.isFirst().getValue()) {
            tour.focus();
        } else {
            practice.ifPresentOrElse(PracticeCard::focus, rail::focus);
        }
    }

    private Node cards(List<FlowPages> flows) {
        VBox cards = new VBox(12);
        flows.forEach(flow -> cards.getChildren().add(card(flow)));
        cards.getChildren().add(savedPlan());
        return cards;
    }

    /** A job on a server of one's own, or on the practice range. */
    private Node card(FlowPages pages) {
        Flow flow = Flows.named(pages.name().value()).orElseThrow();
        Label title = new Label(flow.words("window.card.title").text());
        title.getStyleClass().add("section");
        title.setWrapText(true);
        VBox words =
                new VBox(2, title, Texts.caption(flow.words("window.card.about").text()));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        String name = flow.words("window.card.name").text();
        HBox card = new HBox(
                16,
                pages.icon().node(),
                words,
                way("flow-" + flow.name(), "start.onServer", name, () -> model.connect(flow)));
        if (model.offersPractice()) {
            card.getChildren()
                    .add(way(
                            "practise-" + flow.name(),
                            "start.practiseJob",
                            name,
                            () -> model.practise(flow, pages.practice())));
        }
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().addAll("card", "job-card");
        return card;
    }

    private Button way(String id, String key, String job, Runnable action) {
        Button button = new Button(Words.of(key));
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(Words.of("start.job.name", Words.of(key), job));
        button.setOnAction(event -> action.run());
        button.disableProperty().bind(isBusy());
        return button;
    }

    private Node savedPlan() {
        Button card = card("flow-plan", Icon.PLAN, key -> Words.of("start.plan." + key));
        card.setOnAction(event -> planFile.ask(card.getScene().getWindow()).ifPresent(model::openPlan));
        return card;
    }

    private Button card(String id, Icon icon, UnaryOperator<String> words) {
        Label title = new Label(words.apply("title"));
        title.getStyleClass().add("section");
        Label about = Texts.cut("caption");
        about.setText(words.apply("about"));
        HBox inside = new HBox(16, icon.node(), new VBox(2, title, about));
        inside.setAlignment(Pos.CENTER_LEFT);
        Button card = new Button("", inside);
        card.setId(id);
        card.setAccessibleText(words.apply("name"));
        card.getStyleClass().add("flow-card");
        card.setMaxWidth(Double.MAX_VALUE);
        card.disableProperty().bind(isBusy());
        return card;
    }

    private ObservableValue<Boolean> isBusy() {
        return model.busy().map(Optional::isPresent);
    }

    private static Label muted(String text) {
        Label label = Texts.body(text);
        label.getStyleClass().add("muted");
        return label;
    }
}
