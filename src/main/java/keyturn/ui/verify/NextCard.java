package keyturn.ui.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import keyturn.domain.Message;
import keyturn.plan.verify.Verification;
import keyturn.ui.parts.Brief;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.fold.Folded;

/** What to do next, why, and its button; beside it another look. */
final class NextCard {

    private static final Duration WATCH = Duration.seconds(5);

    private final VerifyViewModel model;
    private final Consumer<Path> show;
    private final VBox words = new VBox(4);
    private final HBox node;

    /** @param show opens a file or a folder with the system's own program */
    NextCard(VerifyViewModel model, Consumer<Path> show) {
        this.model = model;
        this.show = show;
        node = new HBox(16, new VBox(8, words, watched(), opened()), buttons());
        HBox.setHgrow(node.getChildren().getFirst(), Priority.ALWAYS);
        node.setAlignment(Pos.CENTER_LEFT);
        node.setId("verdict-next");
        node.setMinHeight(HBox.USE_PREF_SIZE);
        node.getStyleClass().addAll("card", "next-step");
        model.offers().next().subscribe(this::say);
        Showing.when(model.offers().next().map(Optional::isPresent), node);
        lookNowAndThen();
    }

    Node node() {
        return node;
    }

    private void say(Optional<NextStep> next) {
        words.getChildren().clear();
        next.ifPresent(step -> {
            Label head = Texts.body(Words.of("verify.step." + step));
            head.getStyleClass().add("strong");
            words.getChildren().add(head);
            List<String> lines = lines(step);
            words.getChildren().add(about(lines.getFirst()));
            if (lines.size() > 1) {
                words.getChildren().add(Folded.of(head.getText(), lines.subList(1, lines.size())));
            }
        });
    }

    private static Label about(String line) {
        Label label = Texts.caption(Brief.of(line));
        label.setAccessibleText(line);
        return label;
    }

    /** The verdict's own notes say why; where it has none, what the step is good for. */
    private List<String> lines(NextStep step) {
        List<String> notes = model.verification().getValue().map(Verification::notes).orElse(List.of()).stream()
                .map(Message::text)
                .toList();
        return notes.isEmpty() || step == NextStep.REPORT ? List.of(Words.of("verify.step." + step + ".about")) : notes;
    }

    private Node buttons() {
        Button restart = button("restart-practice", "verify.restart", "practise");
        restart.setOnAction(event -> model.restartPractice());
        Showing.when(model.offers().restart(), restart);
        Button backUp = button("back-up-practice", "verify.backUp", "practise");
        backUp.setOnAction(event -> model.backUpPractice());
        Showing.when(model.offers().isNext(NextStep.BACK_UP_PRACTICE), backUp);
        ToggleButton watch = new ToggleButton(Words.of("verify.watch"));
        watch.setId("watch-restart");
        watch.setMnemonicParsing(true);
        watch.selectedProperty().bindBidirectional(model.restartWatch().watching());
        Showing.when(model.offers().watch(), watch);
        Button report = button("open-report", "verify.report", "primary");
        report.setOnAction(event -> model.openReport(show));
        Showing.when(model.offers().isNext(NextStep.REPORT), report);
        Button again = new Button(Words.of("verify.again"), Icon.AGAIN.node());
        again.setId("look-again");
        again.setOnAction(event -> model.lookAgain());
        Showing.when(model.offers().lookAgain(), again);
        HBox row = new HBox(8, again, restart, backUp, watch, report);
        row.setAlignment(Pos.CENTER_RIGHT);
        row.getChildren().stream().map(Region.class::cast).forEach(each -> each.setMinWidth(Region.USE_PREF_SIZE));
        return row;
    }

    private Label watched() {
        Label watched = Texts.cut("muted");
        watched.setId("watched");
        watched.textProperty().bind(model.restartWatch().watched());
        return Showing.when(model.restartWatch().watched().map(text -> !text.isEmpty()), watched);
    }

    private Label opened() {
        Label opened = Texts.caption("");
        opened.setId("report-opened");
        opened.textProperty().bind(model.opened());
        return Showing.when(model.opened().map(text -> !text.isEmpty()), opened);
    }

    private static Button button(String id, String words, String style) {
        Button button = new Button(Words.of(words));
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.getStyleClass().add(style);
        return button;
    }

    private void lookNowAndThen() {
        Timeline ticks = new Timeline(new KeyFrame(WATCH, event -> model.watch()));
        ticks.setCycleCount(Animation.INDEFINITE);
        model.restartWatch().watching().subscribe(watching -> {
            if (watching) {
                ticks.play();
            } else {
                ticks.stop();
            }
        });
    }
}
