package keyturn.ui.scripts;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.Undo;
import keyturn.plan.words.StepWords;
import keyturn.plan.words.UndoWords;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** Under the script: why the current step is there, how it is tested, how it is undone, what it needs. */
final class AboutStep {

    private static final double NAMES = 80;
    private static final double HEIGHT = 176;

    private final GridPane grid = new GridPane(12, 4);

    AboutStep(ObservableValue<Optional<Step>> current) {
        grid.setId("about-step");
        grid.getStyleClass().add("about-step");
        ColumnConstraints names = new ColumnConstraints(NAMES);
        ColumnConstraints texts = new ColumnConstraints();
        texts.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, texts);
        current.subscribe(this::show);
    }

    Node node() {
        ScrollPane scroll = new ScrollPane(grid);
        scroll.getStyleClass().add("about-step-pane");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(HEIGHT);
        scroll.setMaxHeight(HEIGHT);
        scroll.setAccessibleText(Words.of("preview.about"));
        return scroll;
    }

    private void show(Optional<Step> step) {
        grid.getChildren().clear();
        step.ifPresent(this::show);
    }

    private void show(Step step) {
        StepWords words = StepWords.of(step);
        Conduct conduct = Conduct.of(step);
        row("why", words.why().text());
        row("after", words.trueAfter().text());
        row("undo", undo(conduct.undo()));
        conduct.permission().ifPresent(needed -> row("needs", needed.name()));
        row("source", words.source().text());
    }

    private void row(String name, String text) {
        Label label = Texts.caption(Words.of("preview.about." + name));
        GridPane.setValignment(label, VPos.TOP);
        Label value = Texts.body(text);
        value.getStyleClass().add("caption-strong");
        grid.addRow(grid.getRowCount(), label, value);
    }

    private static String undo(Undo undo) {
        return switch (undo) {
            case Undo.BySteps by -> StepWords.titles(by.steps());
            case Undo.ByHand hand -> UndoWords.of(hand).text();
            case Undo.None none -> UndoWords.of(none).text();
        };
    }
}
