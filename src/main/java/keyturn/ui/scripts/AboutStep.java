package keyturn.ui.scripts;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import keyturn.plan.step.Step;
import keyturn.plan.step.Undo;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** Under the script: why the current step is there, how it is proved, how it is undone, what it needs. */
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
        step.map(Step::about).ifPresent(about -> {
            row("why", about.why().text());
            row("after", about.trueAfter().text());
            row("undo", undo(about.undo()));
            about.permission().ifPresent(needed -> row("needs", needed.name()));
            row("source", about.source().text());
        });
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
            case Undo.BySteps by ->
                by.steps().stream().map(step -> step.about().title().text()).collect(Collectors.joining("; "));
            case Undo.ByHand hand -> hand.how().text();
            case Undo.None none -> none.because().text();
        };
    }
}
