package keyturn.ui.run;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Words;
import keyturn.ui.run.clock.RunTimes;

/** How far the run has come, how long it still needs, and how long the service has been interrupted. */
final class RunHead {

    private RunHead() {}

    static Node of(Progress progress) {
        ProgressBar bar = new ProgressBar();
        bar.setId("progress");
        bar.setFocusTraversable(true);
        bar.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> said(progress), progress.done(), progress.times().left()));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinHeight(8);
        bar.progressProperty().bind(progress.done());
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox row = new HBox(12, bar, left(progress.times()));
        row.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(4, row, outage(progress.times()));
        head.setMinHeight(VBox.USE_PREF_SIZE);
        return head;
    }

    /** For a screen reader: how much is done, and what is left of the time. */
    private static String said(Progress progress) {
        long percent = Math.round(100 * progress.done().getValue().doubleValue());
        String left = progress.times().left().get();
        return left.isEmpty()
                ? Words.of("run.progress.said", percent)
                : Words.of("run.progress.said.left", percent, left);
    }

    private static Label left(RunTimes times) {
        Label left = new Label();
        left.setId("time-left");
        left.setMinWidth(Label.USE_PREF_SIZE);
        left.getStyleClass().add("strong");
        left.textProperty().bind(times.left());
        return Showing.when(times.left().isNotEmpty(), left);
    }

    private static Label outage(RunTimes times) {
        Label outage = new Label();
        outage.setId("outage");
        outage.getStyleClass().add("caption");
        outage.textProperty().bind(times.outage().map(said -> said.orElse("")));
        return Showing.when(times.outage().map(said -> said.isPresent()), outage);
    }
}
