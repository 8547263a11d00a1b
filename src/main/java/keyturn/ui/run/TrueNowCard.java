package keyturn.ui.run;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Brief;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.Wrapping;

/**
 * What is true now; what holds besides stands folded below it. The labels stay and change their texts: a run of thousands of
 * databases says something new all the time.
 */
final class TrueNowCard {

    private final Label head = new Label();
    private final VBox lines = new VBox(4);
    private final VBox details = new VBox(4);
    private final Hyperlink more = new Hyperlink(Words.of("run.true.more"));
    private final VBox place;

    private TrueNowCard(TrueNow now) {
        head.getStyleClass().add("banner-word");
        more.setId("true-more");
        more.setOnAction(event -> fold(!details.isVisible()));
        fold(false);
        place = new VBox(4, head, lines, more, details);
        place.setId("true-now");
        place.setAlignment(Pos.CENTER_LEFT);
        place.setMinHeight(VBox.USE_PREF_SIZE);
        Showing.when(now.said().map(said -> !said.details().isEmpty()), more);
        now.said().subscribe(this::show);
    }

    static VBox of(TrueNow now) {
        return new TrueNowCard(now).place;
    }

    private void fold(boolean open) {
        details.setVisible(open);
        details.setManaged(open);
        more.setText(Words.of(open ? "run.true.less" : "run.true.more"));
    }

    private void show(TrueNow.Said said) {
        head.setText(said.tone().before(Words.of("run.true")));
        List<String> styles = List.of("banner", said.tone().style());
        if (!place.getStyleClass().equals(styles)) {
            place.getStyleClass().setAll(styles);
        }
        write(lines, said.lines());
        write(details, said.details());
    }

    private static void write(VBox place, List<String> texts) {
        if (place.getChildren().size() != texts.size()) {
            place.getChildren().setAll(texts.stream().map(Texts::body).toList());
        }
        List<Label> labels = new ArrayList<>();
        place.getChildren().forEach(node -> labels.add((Label) node));
        for (int i = 0; i < texts.size(); i++) {
            labels.get(i).setText(Wrapping.plain(Brief.of(texts.get(i))));
            labels.get(i).setAccessibleText(texts.get(i));
        }
    }
}
