package keyturn.ui.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import keyturn.domain.Message;
import keyturn.plan.verify.Verification;
import keyturn.plan.verify.Verification.Overall;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.ForecastBanner;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.StepList;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** The verdict: one line above all, one for each step, and where the evidence lies. */
public final class VerifyView implements PageView {

    /** So tall a list of steps scrolls with its page; a longer one in itself, so that only the rows in sight are drawn. */
    private static final double MOST_UNSCROLLED = 2_400;

    private static final Duration WATCH = Duration.seconds(5);

    private final VerifyViewModel model;
    private final ListView<StepLine> steps;
    private final Node content;

    /** @param showFolder opens a folder with the system's own program */
    public VerifyView(VerifyViewModel model, Consumer<Path> showFolder) {
        this.model = model;
        steps = StepList.of("verdicts", Words.of("verify.steps"), model.steps());
        steps.minHeightProperty().bind(Bindings.min(steps.prefHeightProperty(), MOST_UNSCROLLED));
        content = Sheet.fillingOrScrolling(
                "verify-page",
                model.title(),
                model.lead(),
                verdict(),
                ForecastBanner.place("verify", model.verification().map(seen -> seen.map(Verification::forecast))),
                OldKeyCard.of(model.oldKey()),
                next(),
                steps,
                ProblemPlace.place(model.problem()),
                evidence(showFolder));
        lookNowAndThen();
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void focus() {
        steps.requestFocus();
    }

    private Node verdict() {
        VBox place = new VBox(8);
        place.setId("verdict");
        place.setMinHeight(VBox.USE_PREF_SIZE);
        model.verification()
                .subscribe(seen -> place.getChildren()
                        .setAll(seen.map(verdict -> List.of(banner(verdict))).orElse(List.of())));
        return place;
    }

    /** What can be done while the verdict is not final: look again, wait for the restart, or restart where one practises. */
    private Node next() {
        Button again = new Button(Words.of("verify.again"), Icon.AGAIN.node());
        again.setId("look-again");
        again.setOnAction(event -> model.lookAgain());
        Button restart = new Button(Words.of("verify.restart"));
        restart.setId("restart-practice");
        restart.getStyleClass().add("practise");
        restart.setOnAction(event -> model.restartPractice());
        Showing.when(both(model.ownServer(), model.waitsForRestart()), restart);
        CheckBox watch = new CheckBox(Words.of("verify.watch"));
        watch.setId("watch-restart");
        watch.setMnemonicParsing(true);
        watch.selectedProperty().bindBidirectional(model.watching());
        Showing.when(both(model.ownServer().map(own -> !own), model.waitsForRestart()), watch);
        Label watched = Texts.cut("muted");
        watched.setId("watched");
        watched.textProperty().bind(model.watched());
        HBox row = new HBox(12, again, restart, watch, watched);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(HBox.USE_PREF_SIZE);
        return Showing.when(model.mayLookAgain(), row);
    }

    private static ObservableValue<Boolean> both(ObservableValue<Boolean> one, ObservableValue<Boolean> other) {
        return one.flatMap(holds -> other.map(also -> holds && also));
    }

    private void lookNowAndThen() {
        Timeline ticks = new Timeline(new KeyFrame(WATCH, event -> model.watch()));
        ticks.setCycleCount(Animation.INDEFINITE);
        model.watching().subscribe(watching -> {
            if (watching) {
                ticks.play();
            } else {
                ticks.stop();
            }
        });
    }

    private static Node banner(Verification verdict) {
        Overall overall = verdict.overall();
        Tone tone =
                switch (overall) {
                    case DONE -> Tone.FINE;
                    case PENDING_RESTART, CANNOT_TELL, OLD_KEY_NEEDED -> Tone.ATTENTION;
                    case RESTART_FAILS, NOT_MET -> Tone.DANGER;
                };
        List<String> lines = new ArrayList<>();
        if (overall == Overall.DONE || verdict.notes().isEmpty()) {
            boolean open = overall == Overall.DONE && verdict.leavesOpen();
            lines.add(Words.of("verify.about." + overall + (open ? ".open" : ""), verdict.names()));
        }
        verdict.notes().stream().map(Message::text).forEach(lines::add);
        return Banner.of(tone, Words.of("verify.overall." + overall, verdict.names()), lines);
    }

    private static Path folderOf(Path file) {
        return file.resolveSibling("");
    }

    private Node evidence(Consumer<Path> showFolder) {
        Label path = Texts.cut("mono");
        path.setId("evidence-path");
        path.textProperty()
                .bind(model.evidence().map(folder -> folder.map(Path::toString).orElse("")));
        VBox words = new VBox(
                4, Texts.section(Words.of("verify.evidence")), path, Texts.caption(Words.of("verify.evidence.about")));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button open = new Button(Words.of("verify.open"), Icon.FOLDER.node());
        open.setId("evidence-open");
        open.setMinWidth(Button.USE_PREF_SIZE);
        open.setAccessibleText(Words.of("verify.open.name"));
        open.setOnAction(
                event -> model.evidence().getValue().map(VerifyView::folderOf).ifPresent(showFolder));
        HBox card = new HBox(16, words, open);
        card.setAlignment(Pos.CENTER_LEFT);
        card.setMinHeight(HBox.USE_PREF_SIZE);
        card.getStyleClass().add("card");
        return Showing.when(model.evidence().map(Optional::isPresent), card);
    }
}
