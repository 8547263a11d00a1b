package keyturn.ui.run;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.script.PaneTab;
import keyturn.ui.parts.script.ScriptView;
import keyturn.ui.run.startup.Startup;

/** Beside the run: what did run, which comes into sight by itself, and the plan as it was approved. */
final class RunPane {

    private final ScriptView log = new ScriptView("did-run", Words.of("run.did.name"));
    private final ScriptView plan = new ScriptView("will-run", Words.of("run.will.name"));
    private final ScriptView server = new ScriptView("server-log", Words.of("run.startup.log.name"));
    private final StackPane script = new StackPane();
    private final StackPane plain = new StackPane();
    private final VBox node;

    RunPane(Progress progress, Startup startup) {
        node = new VBox(head(startup), script);
        VBox.setVgrow(script, Priority.ALWAYS);
        progress.plan().subscribe(plan::show);
        log.whenEmpty(Words.of("run.did.none"));
        progress.log().subscribe(log::follow);
        server.whenEmpty(Words.of("run.startup.log.empty"));
        startup.log().subscribe(server::follow);
    }

    Node node() {
        return node;
    }

    private Node head(Startup startup) {
        ToggleGroup group = new ToggleGroup();
        ToggleButton did = PaneTab.of("tab-did-run", Words.of("run.did"), group, () -> show(log));
        ToggleButton will = PaneTab.of("tab-will-run", Words.of("run.will"), group, () -> show(plan));
        ToggleButton told = PaneTab.of("tab-server-log", Words.of("run.startup.log"), group, () -> show(server));
        Showing.when(startup.shown().map(Optional::isPresent), told);
        did.setSelected(true);
        show(log);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(6, will, did, told, gap, plain);
        bar.getStyleClass().add("pane-bar");
        bar.setAlignment(Pos.BOTTOM_LEFT);
        return bar;
    }

    private void show(ScriptView shown) {
        script.getChildren().setAll(shown.node());
        shown.plainSwitch().getStyleClass().add("small");
        plain.getChildren().setAll(shown.plainSwitch());
    }
}
