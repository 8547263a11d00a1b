package keyturn.ui.preview;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Brief;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** What must be read before approval: a line each, with what there is to know below it once somebody asks. */
final class NoticeCard {

    private NoticeCard() {}

    /** A place with the id {@code #notices}, not there while there is nothing to read. */
    static Node of(ObservableValue<List<Notice>> notices) {
        VBox card = new VBox();
        card.setId("notices");
        card.getStyleClass().addAll("card", "notices");
        card.setMinHeight(Region.USE_PREF_SIZE);
        notices.subscribe(now -> card.getChildren().setAll(rows(now)));
        return Showing.when(notices.map(now -> !now.isEmpty()), card);
    }

    private static List<Node> rows(List<Notice> notices) {
        List<Node> rows = new ArrayList<>();
        Label title = new Label(Tone.ATTENTION.before(Words.of("preview.notice")));
        title.getStyleClass().addAll("notices-title", "banner-word", Tone.ATTENTION.style());
        rows.add(title);
        for (int place = 0; place < notices.size(); place++) {
            rows.add(row(notices.get(place), place + 1));
        }
        return rows;
    }

    private static Node row(Notice notice, int number) {
        Label sign = new Label(notice.tone().sign());
        sign.getStyleClass().addAll("step-sign", notice.tone().style());
        sign.setMinWidth(Tone.SIGN_WIDTH);
        Label head = Texts.body(Brief.of(notice.head()));
        head.getStyleClass().add("strong");
        head.setAccessibleText(notice.head());
        head.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(head, Priority.ALWAYS);
        HBox line = new HBox(8, sign, head);
        line.setAlignment(Pos.BASELINE_LEFT);
        VBox row = new VBox(4, line);
        row.getStyleClass().add("notice");
        if (!notice.details().isEmpty()) {
            ToggleButton opener = opener(notice, number);
            line.getChildren().add(opener);
            row.getChildren().add(Showing.when(opener.selectedProperty(), details(notice)));
        }
        return row;
    }

    private static ToggleButton opener(Notice notice, int number) {
        ToggleButton opener = new ToggleButton();
        opener.setId("notice-" + number + "-details");
        opener.getStyleClass().add("notice-details");
        opener.setMinWidth(Region.USE_PREF_SIZE);
        opener.textProperty()
                .bind(opener.selectedProperty()
                        .map(open -> Words.of(open ? "preview.notice.fold" : "preview.notice.details")));
        opener.setAccessibleText(Words.of("preview.notice.details.name", notice.head()));
        return opener;
    }

    private static Node details(Notice notice) {
        VBox details = new VBox(4);
        notice.details().forEach(text -> {
            Label line = Texts.body(Brief.of(text));
            line.setAccessibleText(text);
            details.getChildren().add(line);
        });
        details.getStyleClass().add("notice-text");
        return details;
    }
}
