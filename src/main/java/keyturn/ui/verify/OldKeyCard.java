package keyturn.ui.verify;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.plan.verify.Retirement;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** Until when the key that was replaced is needed; that it may go is never said. */
final class OldKeyCard {

    private static final double FIELD = 230;

    private OldKeyCard() {}

    static Node of(OldKey model) {
        VBox lines = new VBox(4);
        lines.setId("old-key");
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        model.report()
                .subscribe(seen -> seen.ifPresent(report -> lines.getChildren().setAll(words(report))));
        HBox card = new HBox(16, lines, retention(model));
        card.setMinHeight(HBox.USE_PREF_SIZE);
        card.getStyleClass().add("card");
        return Showing.when(model.report().map(seen -> seen.isPresent()), card);
    }

    private static Node[] words(Retirement report) {
        VBox all = new VBox(
                4,
                Texts.section(Words.of("verify.oldKey")),
                Texts.body(report.words().text()));
        Label stays = Texts.body(report.stays().text());
        stays.getStyleClass().add("strong");
        all.getChildren().add(stays);
        OldKey.lines(report).forEach(line -> all.getChildren().add(Texts.body("·  " + line)));
        all.getChildren().add(Texts.caption(report.old().words().text()));
        return new Node[] {all};
    }

    private static Node retention(OldKey model) {
        TextField days = new TextField();
        days.setId("retention");
        days.setPromptText(Words.of("verify.retention.prompt"));
        days.textProperty().bindBidirectional(model.days());
        VBox field = new VBox(
                4,
                Field.of(Words.of("verify.retention"), days, model.problem()),
                Texts.caption(Words.of("verify.retention.about")));
        field.setMinWidth(FIELD);
        field.setMaxWidth(FIELD);
        return field;
    }
}
