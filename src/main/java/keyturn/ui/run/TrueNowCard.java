package keyturn.ui.run;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Brief;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** What is true now; what holds besides stands folded below it. */
final class TrueNowCard {

    private final VBox place = new VBox();
    private boolean open;

    private TrueNowCard(TrueNow now) {
        place.setId("true-now");
        place.setMinHeight(VBox.USE_PREF_SIZE);
        now.said().subscribe(this::show);
    }

    static Node of(TrueNow now) {
        return new TrueNowCard(now).place;
    }

    private void show(TrueNow.Said said) {
        HBox banner = Banner.of(said.tone(), Words.of("run.true"), said.lines());
        if (!said.details().isEmpty()) {
            banner.getChildren().add(more(said));
        }
        place.getChildren().setAll(banner);
        if (open && !said.details().isEmpty()) {
            VBox details = new VBox(4, details(said.details()).toArray(Node[]::new));
            details.getStyleClass().add("card");
            place.getChildren().add(details);
        }
    }

    private Node more(TrueNow.Said said) {
        Hyperlink more = new Hyperlink(Words.of(open ? "run.true.less" : "run.true.more"));
        more.setId("true-more");
        more.setMinWidth(Hyperlink.USE_PREF_SIZE);
        more.setOnAction(event -> {
            open = !open;
            show(said);
        });
        return more;
    }

    private static List<Label> details(List<String> lines) {
        return lines.stream()
                .map(line -> {
                    Label shown = Texts.body(Brief.of(line));
                    shown.setAccessibleText(line);
                    return shown;
                })
                .toList();
    }
}
