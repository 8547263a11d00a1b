package keyturn.ui.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.plan.verify.Verification;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.FactCard;
import keyturn.ui.parts.ForecastBanner;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** The verdict sheet: the state as one sentence, three facts, the next step as a button, and the rest folded. */
public final class VerifyView implements PageView {

    private final VerifyViewModel model;
    private final VerdictList list;
    private final Node next;
    private final ScrollPane sheet;

    /** @param show opens a file or a folder with the system's own program */
    public VerifyView(VerifyViewModel model, Consumer<Path> show) {
        this.model = model;
        list = new VerdictList(model.rows());
        next = new NextCard(model, show).node();
        sheet = Sheet.headed(
                "verify-page",
                VerdictHead.of(model),
                ProblemPlace.place(model.problem()),
                failing(),
                facts(),
                next,
                list.node(),
                oldKey(),
                forecast(),
                report(show));
        model.blocked().subscribe(why -> toTheTop());
        model.verification().subscribe(seen -> toTheTop());
    }

    /** What had the keyboard goes out of sight; it must not pass to something farther down, and the page with it. */
    private void toTheTop() {
        if (next.isFocusWithin()) {
            sheet.requestFocus();
        }
        sheet.setVvalue(sheet.getVmin());
    }

    @Override
    public Node content() {
        return sheet;
    }

    @Override
    public void focus() {
        if (list.isShown()) {
            list.focus();
        } else {
            sheet.requestFocus();
        }
    }

    /** Three at the most. */
    private Node facts() {
        GridPane cards = new GridPane(12, 0);
        cards.setId("verdict-facts");
        cards.setMinHeight(GridPane.USE_PREF_SIZE);
        Runnable show = () -> draw(
                cards,
                model.verification()
                        .getValue()
                        .map(seen -> VerdictFacts.of(
                                seen, model.flow(), model.oldKey().report().getValue()))
                        .orElse(List.of()));
        model.verification().subscribe(show);
        model.oldKey().report().subscribe(show);
        show.run();
        return Showing.when(model.verification().map(Optional::isPresent), cards);
    }

    private static void draw(GridPane cards, List<FactCard> facts) {
        cards.getChildren().clear();
        cards.getColumnConstraints().clear();
        for (FactCard fact : facts) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / facts.size());
            cards.getColumnConstraints().add(column);
            cards.add(fact.whole(), cards.getChildren().size(), 0);
        }
    }

    /** A restart that is known to fail is said before all else. */
    private Node failing() {
        return Showing.when(
                fails(),
                new VBox(ForecastBanner.place(
                        "verify", model.verification().map(seen -> seen.map(Verification::forecast)))));
    }

    private Node oldKey() {
        return Showing.when(
                model.oldKey().report().map(Optional::isPresent),
                Fold.of("old-key-more", Words.of("verify.oldKey.more"), OldKeyCard.of(model.oldKey())));
    }

    private Node forecast() {
        return Showing.when(
                Bindings.createBooleanBinding(
                        () -> model.verification().getValue().isPresent() && !fails().getValue(), model.verification()),
                Fold.of(
                        "forecast-more",
                        Words.of("verify.forecast"),
                        ForecastBanner.place(
                                "verify-more", model.verification().map(seen -> seen.map(Verification::forecast)))));
    }

    private ObservableValue<Boolean> fails() {
        return model.verification()
                .map(seen -> seen.filter(verdict -> !verdict.forecast().causes().isEmpty())
                        .isPresent());
    }

    private Node report(Consumer<Path> show) {
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
        open.setOnAction(event ->
                model.evidence().getValue().map(file -> file.resolveSibling("")).ifPresent(show));
        HBox card = new HBox(16, words, backOut(), open);
        card.setAlignment(Pos.CENTER_LEFT);
        card.setMinHeight(HBox.USE_PREF_SIZE);
        card.getStyleClass().add("card");
        return Showing.when(model.evidence().map(Optional::isPresent), card);
    }

    private Button backOut() {
        Button back = new Button(Words.of("verify.backOut"));
        back.setId("verify-back-out");
        back.setMinWidth(Button.USE_PREF_SIZE);
        back.setAccessibleText(Words.of("verify.backOut.name"));
        back.setOnAction(event -> model.backOut());
        return Showing.when(model.mayBackOut(), back);
    }
}
