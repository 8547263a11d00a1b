package keyturn.ui.home;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.domain.Message;
import keyturn.ui.frame.Tiles;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.picture.DependencyCard;
import keyturn.ui.picture.TimeLineCard;

/** The first place at home: what must be known before anything else, health at a glance, what to do next. */
final class OverviewPlace {

    private final VBox first = new VBox(12);
    private final VBox unread = new VBox();
    private final ForecastPart forecast = new ForecastPart();
    private final Node forecastNode = forecast.node();
    private final Tiles cards = new Tiles(HomeView.CARD);
    private final JobRows jobs;
    private final VBox memberships = new VBox(8);
    private final VBox node;
    private final HomeViewModel model;

    /** @param copy what is said of a copy of a server */
    OverviewPlace(HomeViewModel model, Node copy) {
        this.model = model;
        jobs = new JobRows(model::start, model::blocked);
        var dependencies = new DependencyCard(
                model.overview().map(seen -> seen.map(Overview::depends)),
                model.overview().map(seen -> model.pictureTitle()),
                model.pictureFiles());
        var dates = new TimeLineCard(
                model.overview().map(seen -> seen.map(Overview::due)),
                model.overview().map(seen -> model.pictureTitle()),
                model.pictureFiles());
        memberships.setId("memberships");
        first.setMinHeight(Region.USE_PREF_SIZE);
        unread.managedProperty().bind(unread.visibleProperty());
        node = new VBox(
                16,
                copy,
                ProblemPlace.place(model.problem()),
                first,
                unread,
                cards,
                jobs.next(),
                dependencies.node(),
                dates.node(),
                jobs.jobs());
        node.getStyleClass().add("sheet-body");
    }

    Node node() {
        return node;
    }

    /** Nothing is left in sight of a server that one has left. */
    void clear() {
        first.getChildren().clear();
        unread.setVisible(false);
        cards.show(List.of());
        jobs.show(List.of(), List.of());
    }

    void show(Overview seen) {
        forecast.show(seen.forecast(), seen.vault().isPresent());
        memberships
                .getChildren()
                .setAll(seen.memberships().stream()
                        .map(text -> Banner.of(Tone.ATTENTION, Words.of("home.membership"), text))
                        .toList());
        first.getChildren().setAll(inOrder(seen));
        unread.setVisible(!seen.gaps().isEmpty());
        unread.getChildren().setAll(gaps(seen.gaps().size()));
        cards.show(HomeView.nodes(seen.cards().health()));
        jobs.show(seen.next(), seen.memberships());
    }

    /** A restart that is known to fail stands before everything; else other servers that hold the databases do. */
    private List<Node> inOrder(Overview seen) {
        List<Node> nodes = new ArrayList<>(List.of(forecastNode));
        if (seen.vaultMayBeLost()) {
            Node lost = Banner.of(
                    Tone.DANGER,
                    Words.of("home.vaultLost"),
                    Message.of("plan.triage.banner").text());
            lost.setId("vault-lost");
            nodes.addFirst(lost);
        }
        if (!seen.memberships().isEmpty()) {
            nodes.add(seen.forecast().server().isFailing() ? nodes.size() : 0, memberships);
        }
        return nodes;
    }

    private Node gaps(int count) {
        Button see = new Button(Words.of("home.gaps.see"));
        see.setId("see-gaps");
        see.getStyleClass().add("small");
        see.setMinWidth(Region.USE_PREF_SIZE);
        see.setOnAction(event -> model.place().setValue(HomePlace.CHECKS));
        return Banner.of(Tone.ATTENTION, Words.of("home.gaps"), Words.of("home.gaps.count", count), see);
    }
}
