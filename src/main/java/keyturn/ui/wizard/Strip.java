package keyturn.ui.wizard;

import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import keyturn.domain.Inspection;
import keyturn.domain.Inspection.ServerIdentity;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** The line at the top: what kind of server, which, which node, who we are there. Never out of sight. */
final class Strip {

    private static final double HEIGHT = 44;
    private static final Map<Integer, String> YEARS =
            Map.of(13, "2016", 14, "2017", 15, "2019", 16, "2022", 17, "2025");

    private final HBox place = new HBox(16);
    private final HBox node;

    Strip(Draft draft, Appearance appearance) {
        place.setId("where");
        place.setAlignment(Pos.CENTER_LEFT);
        place.setMinWidth(0);
        HBox.setHgrow(place, Priority.ALWAYS);
        Region gap = new Region();
        node = new HBox(16, place, gap, appearance.control());
        node.getStyleClass().add("strip");
        node.setAlignment(Pos.CENTER_LEFT);
        node.setMinHeight(HEIGHT);
        node.setMaxHeight(HEIGHT);
        draft.inspection().observable().subscribe(this::show);
    }

    Node node() {
        return node;
    }

    private void show(Optional<Inspection> inspection) {
        place.getChildren().clear();
        inspection.ifPresentOrElse(seen -> showServer(seen.identity()), this::showProduct);
    }

    private void showProduct() {
        Label name = Texts.section(Words.of("product"));
        Label about = Texts.cut("muted");
        about.setText(Words.of("product.about"));
        place.getChildren().addAll(name, about);
    }

    private void showServer(ServerIdentity server) {
        Tag tag = server.practice()
                ? new Tag(Tone.PRACTICE, Words.of("strip.practice"))
                : new Tag(Tone.NEUTRAL, Words.of("strip.server"));
        Label kind = tag.node();
        kind.getStyleClass().add("outlined");
        Label name = Texts.cut("strong");
        name.setText(server.name());
        Label what = Texts.cut("muted");
        what.setText(Words.of(
                "strip.what", YEARS.getOrDefault(server.majorVersion(), server.productVersion()), server.node()));
        Label who = Texts.cut("muted");
        who.setText(Words.of("strip.who", server.loginName()));
        place.getChildren().addAll(kind, name, what, who);
    }
}
