package keyturn.ui.start;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
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
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.explain.ExplainRequest;
import keyturn.ui.wizard.FlowPages;
import keyturn.ui.wizard.KnownServers.Known;
import keyturn.ui.wizard.ServerGroup;

/** The start page: practise first, where there is a range, then what one can do. */
public final class StartView implements PageView {

    /** More servers than these are searched. */
    private static final int AT_A_GLANCE = 6;

    private final StartViewModel model;
    private final ObservableValue<ZoneId> zone;
    private final FileToRead planFile;
    private final TourCard tour;
    private final Optional<PracticeCard> practice;
    private final TextField find = new TextField();
    private final Button connect = new Button(Words.of("start.connect"));
    private final Node content;
    private final Node rail;
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
        rail = servers();
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
        return Optional.of(rail);
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
            practice.ifPresentOrElse(PracticeCard::focus, connect::requestFocus);
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

    private Node servers() {
        connect.setId("connect");
        connect.setWrapText(true);
        connect.setMaxWidth(Double.MAX_VALUE);
        connect.setOnAction(event -> model.connect());
        connect.disableProperty().bind(isBusy());
        VBox head =
                new VBox(2, Texts.section(Words.of("start.servers")), Texts.caption(Words.of("start.servers.about")));
        head.getStyleClass().add("rail-head");
        VBox known = new VBox(4);
        known.setId("servers");
        Runnable show = () -> known.getChildren().setAll(listed());
        model.servers().subscribe(show);
        zone.subscribe(show);
        find.textProperty().subscribe(words -> show.run());
        find.setId("servers-find");
        find.setPromptText(Words.of("start.servers.find"));
        find.setAccessibleText(Words.of("start.servers.find.name"));
        Showing.when(Bindings.size(model.servers()).greaterThan(AT_A_GLANCE), find);
        VBox.setMargin(find, new Insets(0, 8, 0, 8));
        VBox buttons = new VBox(
                8,
                connect,
                railButton("servers-manage", "start.servers.manage", model::allServers),
                railButton("runs", "start.runs", model::allRuns),
                railButton("explain", "start.explain", () -> ExplainRequest.ofAnything(connect)));
        VBox rail = new VBox(16, head, find, Showing.when(Bindings.isNotEmpty(known.getChildren()), known), buttons);
        VBox.setMargin(buttons, new Insets(0, 8, 0, 8));
        return rail;
    }

    private Button railButton(String id, String words, Runnable action) {
        Button button = new Button(Words.of(words));
        button.setId(id);
        button.setWrapText(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(Words.of(words + ".name"));
        button.setOnAction(event -> action.run());
        button.disableProperty().bind(isBusy());
        return button;
    }

    /** In their groups, where there are any. */
    private List<Node> listed() {
        List<Node> nodes = new ArrayList<>();
        for (ServerGroup group : ServerGroup.of(found().toList())) {
            if (!group.name().isEmpty()) {
                Label name = Texts.cut("caption");
                name.setText(group.name());
                name.getStyleClass().add("server-group");
                nodes.add(name);
            } else if (!nodes.isEmpty()) {
                Label others = Texts.caption(Words.of("servers.group.none"));
                others.getStyleClass().add("server-group");
                nodes.add(others);
            }
            group.servers().forEach(server -> nodes.add(known(server)));
        }
        return nodes;
    }

    private Stream<Known> found() {
        String words = find.getText().strip().toLowerCase(Locale.ROOT);
        return model.servers().stream()
                .filter(server -> (server.shown() + "\n" + server.address() + "\n" + server.serverName())
                        .toLowerCase(Locale.ROOT)
                        .contains(words));
    }

    private Node known(Known server) {
        Label address = Texts.cut("strong");
        address.setText(server.shown());
        Label when = Texts.cut("caption");
        when.setText(
                server.lastUsed().equals(Instant.EPOCH)
                        ? server.address()
                        : WindowTimes.date(server.lastUsed(), zone.getValue()));
        HBox below = new HBox(6, when);
        below.setAlignment(Pos.CENTER_LEFT);
        server.environment()
                .tag()
                .map(Tag::node)
                .ifPresent(tag -> below.getChildren().addFirst(tag));
        HBox inside = new HBox(10, Icon.SERVER.node(), new VBox(2, address, below));
        inside.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button("", inside);
        button.getStyleClass().add("known-server");
        server.label()
                .colour()
                .style()
                .ifPresent(stripe -> button.getStyleClass().addAll("striped", stripe));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(Words.of("start.server.name", server.shown()));
        button.setOnAction(event -> model.connect(server));
        button.disableProperty().bind(isBusy());
        return button;
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
