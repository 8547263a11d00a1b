package keyturn.ui.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.frame.Tiles;
import keyturn.ui.home.place.ChecksPlace;
import keyturn.ui.home.place.DatabasesPlace;
import keyturn.ui.home.place.HostPlace;
import keyturn.ui.home.place.KeysPlace;
import keyturn.ui.home.place.RunsPlace;
import keyturn.ui.parts.FactCard;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** The home of a server: its places in the rail, one of them in sight. */
public final class HomeView implements PageView {

    static final double CARD = 200;

    private static final KeyCombination READ_AGAIN = new KeyCodeCombination(KeyCode.F5);

    private final HomeViewModel model;
    private final HomeRail rail;
    private final OverviewPlace overview;
    private final Tiles databaseCards = new Tiles(CARD);
    private final Tiles keyCards = new Tiles(CARD);
    private final Tiles hostCards = new Tiles(CARD);
    private final DatabasesPlace databases;
    private final KeysPlace keys;
    private final HostPlace host = new HostPlace();
    private final ChecksPlace checks = new ChecksPlace();
    private final RunsPlace runs;
    private final List<Node> exits = new ArrayList<>();
    private final StackPane content = new StackPane();

    /**
     * @param rehearse the button that starts a copy of the server
     * @param copy what is said of a copy, before everything
     */
    public HomeView(HomeViewModel model, Node rehearse, Node copy) {
        this.model = model;
        rail = new HomeRail(model.place());
        overview = new OverviewPlace(model, copy);
        databases = new DatabasesPlace(model::saveDatabases);
        keys = new KeysPlace(model.periods());
        runs = new RunsPlace(model.allRuns(), model::zone);
        content.setId("home");
        content.getChildren().setAll(places());
        content.sceneProperty().subscribe(this::readByKey);
        exits.add(again());
        exits.add(rehearse);
        model.overview().subscribe(seen -> seen.ifPresentOrElse(this::show, overview::clear));
        model.runs().subscribe(found -> {
            runs.show(found);
            rail.count(HomePlace.RUNS, Optional.of(found.size()));
        });
        model.place().subscribe(now -> toTheTop());
    }

    /** Wherever the keyboard is, while the page is in sight. */
    private void readByKey(@Nullable Scene before, @Nullable Scene now) {
        Optional.ofNullable(before).ifPresent(scene -> scene.getAccelerators().remove(READ_AGAIN));
        Optional.ofNullable(now).ifPresent(scene -> scene.getAccelerators().put(READ_AGAIN, model::readAgain));
    }

    private List<Node> places() {
        ScrollPane first = new ScrollPane(overview.node());
        first.setId("inspect-page");
        first.getStyleClass().add("sheet");
        first.setFitToWidth(true);
        first.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        first.setFocusTraversable(false);
        return List.of(
                in(HomePlace.OVERVIEW, first),
                in(
                        HomePlace.DATABASES,
                        filling(HomePlace.DATABASES, model.databasesTitle(), databaseCards, databases.node(), said())),
                in(HomePlace.KEYS, filling(HomePlace.KEYS, titled(HomePlace.KEYS), keyCards, keys.node())),
                in(HomePlace.HOST, filling(HomePlace.HOST, titled(HomePlace.HOST), hostCards, host.node())),
                in(HomePlace.CHECKS, filling(HomePlace.CHECKS, titled(HomePlace.CHECKS), checks.node())),
                in(HomePlace.RUNS, filling(HomePlace.RUNS, titled(HomePlace.RUNS), runs.node())));
    }

    private Node in(HomePlace place, Node node) {
        return Showing.when(model.place().map(place::equals), node);
    }

    private static Node filling(HomePlace place, javafx.beans.value.ObservableValue<String> title, Node... nodes) {
        return Sheet.fillingOrScrolling(
                "home-" + place.word(), title, new ReadOnlyStringWrapper(Words.of("home.lead." + place.word())), nodes);
    }

    private static ReadOnlyStringWrapper titled(HomePlace place) {
        return new ReadOnlyStringWrapper(Words.of("home.heading." + place.word()));
    }

    private Node said() {
        Node said = Texts.lead(model.said());
        said.setId("home-said");
        return Showing.when(model.said().map(text -> !text.isEmpty()), said);
    }

    private Button again() {
        Button again = new Button(Words.of("home.again"), Icon.AGAIN.node());
        again.setId("read-again");
        again.setMinWidth(Button.USE_PREF_SIZE);
        again.setAccessibleText(Words.of("home.again.name"));
        again.setOnAction(event -> model.readAgain());
        again.disableProperty().bind(model.looking());
        return again;
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
        return exits;
    }

    @Override
    public void focus() {
        toTheTop();
        rail.focus(model.place().getValue());
    }

    static List<VBox> nodes(List<FactCard> cards) {
        return cards.stream().map(FactCard::node).toList();
    }

    private void toTheTop() {
        content.getChildren().forEach(place -> {
            if (place instanceof ScrollPane sheet) {
                sheet.setVvalue(sheet.getVmin());
            }
        });
    }

    private void show(Overview seen) {
        overview.show(seen);
        databaseCards.show(nodes(seen.cards().databases()));
        databases.show(seen.databases());
        keyCards.show(nodes(seen.cards().keys()));
        keys.show(seen.keys(), seen.vault());
        hostCards.show(nodes(seen.cards().host()));
        host.show(seen.host());
        checks.show(seen.gaps(), seen.checks());
        rail.name(model.serverName(), model.lookedAt());
        rail.count(HomePlace.DATABASES, Optional.of(seen.databases().size()));
        rail.count(HomePlace.KEYS, Optional.of(seen.keys().size()));
        rail.count(HomePlace.CHECKS, Optional.of(seen.toSee()));
    }
}
