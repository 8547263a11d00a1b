package keyturn.ui.run;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.Problems;
import keyturn.ui.parts.ScriptView;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.StepList;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.PageView;
import keyturn.ui.wizard.Sheet;

/** The run: rows with their state, what did run at the right, Stop in the footer. */
public final class RunView implements PageView {

    private final RunViewModel model;
    private final ListView<StepLine> steps;
    private final ScriptView log = new ScriptView("did-run", Words.of("run.did"));
    private final VBox pane;
    private final Button stop = new Button(Words.of("run.stop"), Icon.STOP.node());
    private final Button leave = new Button(Words.of("run.leave"));
    private final Node content;

    /** @param home back to the start page, after a run that ended early */
    public RunView(RunViewModel model, Runnable home) {
        this.model = model;
        steps = StepList.of("run-steps", Words.of("run.steps"), model.progress().steps());
        content = Sheet.filling(
                "run",
                model.title(),
                model.lead(),
                bar(),
                steps,
                Problems.place(model.problem()),
                Problems.place(model.unfiled()),
                journal());
        pane = new VBox(head(), log.node());
        VBox.setVgrow(log.node(), Priority.ALWAYS);
        model.progress().log().subscribe(log::follow);
        buildActions(home);
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
    public List<Node> actions() {
        return List.of(stop, leave);
    }

    @Override
    public void focus() {
        steps.requestFocus();
    }

    private Node bar() {
        ProgressBar bar = new ProgressBar();
        bar.setId("progress");
        bar.setAccessibleText(Words.of("run.progress"));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinHeight(8);
        bar.progressProperty().bind(model.progress().done());
        return bar;
    }

    private Node head() {
        Label name = new Label(Words.of("run.did"));
        name.getStyleClass().add("pane-name");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        log.plainSwitch().getStyleClass().add("small");
        HBox bar = new HBox(8, name, log.plainSwitch());
        bar.getStyleClass().add("pane-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    /** Where the journal of a run that ended early lies. */
    private Node journal() {
        VBox place = new VBox();
        model.journal()
                .subscribe(journal -> place.getChildren()
                        .setAll(journal.map(
                                        path -> List.of(Banner.of(Tone.INFO, Words.of("run.journal"), path.toString())))
                                .orElse(List.of())));
        return Showing.when(model.journal().map(Optional::isPresent), place);
    }

    private void buildActions(Runnable home) {
        stop.setId("stop");
        stop.getStyleClass().add("stop");
        stop.setMinWidth(Button.USE_PREF_SIZE);
        stop.setAccessibleText(Words.of("run.stop.name"));
        stop.setOnAction(event -> model.stop());
        stop.disableProperty().bind(model.stopping());
        Showing.when(model.running(), stop);
        leave.setId("leave");
        leave.setMinWidth(Button.USE_PREF_SIZE);
        leave.setAccessibleText(Words.of("run.leave.name"));
        leave.setOnAction(event -> home.run());
        Showing.when(model.endedEarly(), leave);
    }
}
