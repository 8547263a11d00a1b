package keyturn.ui.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.flow.Confirmation;
import keyturn.ui.parts.Brief;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** Findings as rows: sign, what was looked at, what was found, what to do; a box to tick where a person must look. */
final class FindingRows {

    private final BiConsumer<Confirmation, Boolean> confirm;

    FindingRows(BiConsumer<Confirmation, Boolean> confirm) {
        this.confirm = confirm;
    }

    List<Node> of(List<Finding> findings) {
        List<Node> rows = new ArrayList<>();
        findings.forEach(finding -> rows.add(row(finding)));
        return rows;
    }

    private Node row(Finding finding) {
        Tone tone = tone(finding.severity());
        Label sign = new Label(tone.sign());
        sign.getStyleClass().addAll("step-sign", tone.style());
        sign.setMinWidth(16);
        Label title = new Label(finding.title().text());
        title.getStyleClass().add("step-title");
        title.setWrapText(true);
        title.setMinHeight(Label.USE_PREF_SIZE);
        VBox words = new VBox(2, title, line(finding.reason().text(), ""));
        finding.detail().ifPresent(detail -> words.getChildren().add(line(detail, "muted")));
        finding.next().ifPresent(next -> words.getChildren().add(line(next.text(), "muted")));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(10, sign, words);
        finding.confirms().ifPresent(one -> row.getChildren().add(box(one, finding)));
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().addAll("finding", tone.style());
        row.setMinHeight(HBox.USE_PREF_SIZE);
        String source = Words.of("preflight.source", finding.source().text());
        Tooltip.install(title, new Tooltip(source));
        row.setAccessibleText(Words.of(
                "preflight.spoken",
                Words.of("preflight.severity." + finding.severity()),
                finding.title().text(),
                finding.reason().text(),
                source));
        return row;
    }

    private Node box(Confirmation one, Finding finding) {
        CheckBox box = new CheckBox(Words.of("preflight.confirm"));
        box.setId("confirm-" + one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        box.setAccessibleText(
                Words.of("preflight.confirm.name", finding.reason().text()));
        box.setMinWidth(CheckBox.USE_PREF_SIZE);
        box.setSelected(finding.severity() == Severity.FINE);
        box.setOnAction(event -> confirm.accept(one, box.isSelected()));
        return box;
    }

    private static Label line(String text, String style) {
        Label line = Texts.body(Brief.of(text));
        line.setAccessibleText(text);
        if (!style.isEmpty()) {
            line.getStyleClass().add(style);
        }
        return line;
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case FINE -> Tone.FINE;
            case ATTENTION -> Tone.ATTENTION;
            case CONFIRM -> Tone.INFO;
            case BLOCKS -> Tone.DANGER;
        };
    }
}
