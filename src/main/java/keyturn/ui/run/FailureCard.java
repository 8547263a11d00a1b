package keyturn.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.domain.Problem;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.words.StepWords;
import keyturn.run.step.Decider.Failure;
import keyturn.run.step.Decider.Kind;
import keyturn.ui.parts.Brief;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.explain.ProblemCauses;
import keyturn.ui.run.piece.ChoiceRow;
import keyturn.ui.run.piece.CopyButton;

/** A step has failed and the run waits: what came back, and what may be done about it. There only while it waits. */
final class FailureCard {

    private final FailureQuestion asked;
    private final RunViewModel model;
    private final VBox place = new VBox();

    FailureCard(RunViewModel model) {
        this.model = model;
        this.asked = model.asked();
        place.setMinHeight(VBox.USE_PREF_SIZE);
        Showing.when(asked.failure().map(Optional::isPresent), place);
        asked.failure().subscribe(this::show);
    }

    Node node() {
        return place;
    }

    private void show(Optional<Failure> failure) {
        place.getChildren().clear();
        failure.ifPresent(now -> {
            model.settling().begin();
            Label head = head(now);
            Node copy = CopyButton.of("copy-error", "run.copyError", () -> ProgressWords.whole(now.problem()));
            VBox card = new VBox(12, said(head, now.problem()), copy, choices(now));
            card.setId("failure");
            card.getStyleClass().addAll("card", "failure", Tone.DANGER.style());
            place.getChildren().setAll(card);
            head.requestFocus();
        });
    }

    /** Takes the keyboard, and says all to those who hear it; no key does anything here by accident. */
    private Label head(Failure failure) {
        Step step = failure.step();
        String title = model.progress()
                .unanswered(step)
                .orElseGet(() -> Words.of("run.ask.title." + failure.how(), step.id(), StepWords.title(step)));
        Label head = Texts.body(Tone.DANGER.before(Brief.of(title)));
        head.getStyleClass().add("failure-head");
        head.setFocusTraversable(true);
        Problem problem = failure.problem();
        head.setAccessibleText(
                Words.of("run.ask.spoken", title, problem.summary().text(), back(problem)));
        return head;
    }

    private static VBox said(Label head, Problem problem) {
        VBox said = new VBox(4, head);
        List<String> lines = new ArrayList<>(
                List.of(problem.summary().text(), back(problem), problem.next().text()));
        lines.addAll(ProblemCauses.lines(problem));
        for (String line : lines) {
            Label shown = Texts.body(Brief.of(line));
            shown.setAccessibleText(line);
            said.getChildren().add(shown);
        }
        return said;
    }

    /** The server's own number and text, under our code. */
    private static String back(Problem problem) {
        return problem.detail().map(detail -> detail + "  ").orElse("") + "[" + problem.code() + "]";
    }

    private Node choices(Failure failure) {
        VBox rows = new VBox(8);
        rows.getStyleClass().add("settles");
        rows.disableProperty().bind(model.settling().settled().not());
        for (Kind kind : Kind.values()) {
            rows.getChildren().add(row(kind, failure));
        }
        return rows;
    }

    private Node row(Kind kind, Failure failure) {
        boolean offered = failure.offered().contains(kind);
        Button button = new Button();
        button.setDisable(!offered);
        button.setOnAction(event -> act(kind));
        Node[] more = offered && kind == Kind.SKIP ? new Node[] {reason(button)} : new Node[0];
        String about = Words.of(offered ? about(kind) : whyNot(kind, failure));
        return ChoiceRow.of(button, id(kind), Words.of("run.ask." + kind), about, more);
    }

    /** As long as it is blank nothing can be left out; what stands beside says so. */
    private Node reason(Button skip) {
        TextField field = new TextField();
        field.setId("skip-reason");
        field.setPromptText(Words.of("run.ask.reason.prompt"));
        field.setAccessibleText(Words.of("run.ask.reason.name"));
        field.setOnAction(event -> asked.skip());
        HBox.setHgrow(field, Priority.ALWAYS);
        SimpleStringProperty typed = asked.reason();
        field.textProperty().bindBidirectional(typed);
        skip.disableProperty().bind(typed.map(String::isBlank));
        Label name = new Label(Words.of("run.ask.reason"));
        name.setMnemonicParsing(true);
        name.setLabelFor(field);
        name.setMinWidth(Label.USE_PREF_SIZE);
        HBox row = new HBox(8, name, field);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void act(Kind kind) {
        switch (kind) {
            case RETRY -> asked.retry();
            case UNDO -> asked.undo();
            case STOP -> asked.stop();
            case SKIP -> asked.skip();
        }
    }

    private static String id(Kind kind) {
        return switch (kind) {
            case RETRY -> "retry";
            case UNDO -> "undo";
            case STOP -> "stop-here";
            case SKIP -> "skip";
        };
    }

    private String about(Kind kind) {
        return "run.ask." + kind + (kind == Kind.UNDO && model.isBackOut() ? ".back" : ".about");
    }

    /** That steps hang together comes first; it is the reason for both. */
    private static String whyNot(Kind kind, Failure failure) {
        return switch (kind) {
            case RETRY -> "run.ask.RETRY.about";
            case UNDO -> "run.ask.UNDO.not";
            case STOP -> "run.ask.group";
            case SKIP ->
                failure.inGroup() && Conduct.of(failure.step()).is(Conduct.Trait.OPTIONAL)
                        ? "run.ask.group"
                        : "run.ask.SKIP.not";
        };
    }
}
