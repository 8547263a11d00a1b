package keyturn.ui.start;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import keyturn.evidence.runs.Runs.Run;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Words;
import keyturn.ui.runs.RunGroup;
import keyturn.ui.runs.RunShown;
import keyturn.ui.runs.RunsModel;

/** The runs that somebody should be reminded of, the most urgent first. */
final class RunCards {

    private static final int IN_SIGHT = 4;

    private final RunsModel model;
    private final ObservableValue<ZoneId> zone;
    private final Runnable all;
    private final VBox cards = new VBox(8);

    /** @param all to the page of all runs */
    RunCards(RunsModel model, ObservableValue<ZoneId> zone, Runnable all) {
        this.model = model;
        this.zone = zone;
        this.all = all;
        cards.setId("runs-to-see");
        cards.setAlignment(Pos.CENTER_RIGHT);
        cards.setFillWidth(true);
        cards.disableProperty().bind(Bindings.not(model.settled()));
        model.listed().subscribe(this::show);
        zone.subscribe(now -> show(model.listed().getValue()));
    }

    Node node() {
        return Showing.when(model.listed().map(now -> !toSee(now).isEmpty()), cards);
    }

    private static List<Run> toSee(RunsModel.Listed listed) {
        return listed.reminding().stream()
                .filter(run -> RunGroup.of(run, false) != RunGroup.OVER)
                .sorted(Comparator.comparing(run -> RunGroup.of(run, false)))
                .toList();
    }

    private void show(RunsModel.Listed listed) {
        List<Run> runs = toSee(listed);
        List<Node> nodes = new ArrayList<>();
        runs.stream().limit(IN_SIGHT).map(this::card).forEach(nodes::add);
        if (runs.size() > IN_SIGHT) {
            nodes.add(more(runs.size() - IN_SIGHT));
        }
        cards.getChildren().setAll(nodes);
    }

    private Node card(Run run) {
        var shown = new RunShown(run, model, zone.getValue());
        List<String> lines = new ArrayList<>(shown.lines());
        lines.set(0, Words.of("runs.line", shown.title(), lines.getFirst()));
        List<Node> buttons = new ArrayList<>(shown.urgentButtons());
        shown.dismiss().ifPresent(buttons::add);
        Node card = Banner.of(shown.tone(), shown.headline(), lines, buttons.toArray(Node[]::new));
        card.setId("card-" + run.id());
        return card;
    }

    private Node more(int others) {
        Button more = new Button(Words.of("start.runs.more", others));
        more.setId("runs-more");
        more.setMnemonicParsing(false);
        more.getStyleClass().add("small");
        more.setOnAction(event -> all.run());
        return more;
    }
}
