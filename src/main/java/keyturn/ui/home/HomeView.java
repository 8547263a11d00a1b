package keyturn.ui.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.plan.Flows;
import keyturn.plan.flow.Flow;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.frame.Tiles;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.FactCard;
import keyturn.ui.parts.ForecastBanner;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** The overview: cards, gaps, databases and what each hangs on. */
public final class HomeView implements PageView {

    private static final double CARD = 200;

    private final Tiles cards = new Tiles(CARD);
    private final VBox gaps = new VBox();
    private final Parts parts;
    private final Button again = new Button(Words.of("home.again"), Icon.AGAIN.node());
    private final List<Node> exits = new ArrayList<>();
    private final Node content;

    public HomeView(HomeViewModel model) {
        parts = new Parts(model.due(), model::rotateAfter);
        again.setId("read-again");
        again.setAccessibleText(Words.of("home.again.name"));
        again.setOnAction(event -> model.readAgain());
        again.disableProperty().bind(model.looking());
        exits.add(again);
        Flows.all().forEach(flow -> exits.add(turnTo(flow, model)));
        VBox.setVgrow(parts.node(), Priority.ALWAYS);
        content = Sheet.fillingOrScrolling(
                "inspect-page",
                model.overview().map(seen -> seen.map(Overview::title).orElse("")),
                model.lead(),
                ProblemPlace.place(model.problem()),
                ForecastBanner.place("inspect", model.forecast()),
                cards,
                gaps,
                parts.node());
        content.setOnKeyPressed(key -> {
            if (new KeyCodeCombination(KeyCode.F5).match(key)) {
                model.readAgain();
            }
        });
        model.overview().subscribe(seen -> seen.ifPresent(this::show));
    }

    private static Button turnTo(Flow flow, HomeViewModel model) {
        Button turn = new Button(flow.words("window.turn").text());
        turn.setId("turn-to-" + flow.name());
        turn.setAccessibleText(
                Words.of("home.turn.name", flow.words("window.title").text()));
        turn.setOnAction(event -> model.turnTo(flow));
        turn.disableProperty().bind(model.blocked().map(Optional::isPresent));
        turn.visibleProperty().bind(model.isOther(flow));
        turn.managedProperty().bind(turn.visibleProperty());
        return turn;
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public List<Node> exits() {
        return exits;
    }

    @Override
    public void focus() {
        parts.focus();
    }

    private void show(Overview overview) {
        cards.show(overview.cards().stream().map(FactCard::node).toList());
        parts.show(overview);
        boolean whole = overview.gaps().isEmpty();
        gaps.getChildren().setAll(whole ? List.of() : List.of(unread(overview.gaps())));
        gaps.setManaged(!whole);
    }

    private static Node unread(List<Gap> gaps) {
        List<String> lines = gaps.stream()
                .map(gap -> Words.of("home.gap", gap.what(), gap.why()))
                .toList();
        Node banner = Banner.of(Tone.ATTENTION, Words.of("home.gaps"), lines);
        banner.setId("gaps");
        return banner;
    }
}
