package keyturn.ui.picture;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.plan.due.TimeLine;
import keyturn.plan.words.DueWords;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.wrap.WrappedArea;

/**
 * What is due when, as a card for a page: the picture, the same as text, and both as files.
 *
 * <p>A page makes one and puts {@link #node} in; it needs no more than a width of some 420 pixels and takes the height that it
 * needs. Ids begin with {@code time-line}.
 */
public final class TimeLineCard {

    private final ToggleButton asText = new ToggleButton(Words.of("due.asText"));
    private final TextArea text = new WrappedArea();
    private final VBox place = new VBox();
    private final PictureExport export;
    private final VBox node;
    private Optional<TimePicture> picture = Optional.empty();

    /**
     * @param line empty while nothing was seen: the card says so
     * @param title of a file; its name has the server
     */
    public TimeLineCard(
            ObservableValue<Optional<TimeLine>> line, ObservableValue<PictureTitle> title, PictureFiles files) {
        export = new PictureExport("time-line", files);
        export.offer(
                () -> new PictureExport.Named(
                        Words.of("due.file", title.getValue().server()),
                        title.getValue()
                                .over(Words.of(
                                        "due.file.title", title.getValue().server()))),
                (palette, over) -> line.getValue()
                        .map(seen -> SvgPicture.of(seen, over, Math.max(960, place.getWidth()), palette))
                        .orElse(""),
                () -> picture.map(drawn -> drawn));
        Label said = Texts.caption("");
        said.textProperty().bind(export.said());
        dress();
        node = new VBox(
                12,
                head(),
                Showing.when(export.said().map(written -> !written.isEmpty()), said),
                Showing.when(asText.selectedProperty().map(words -> !words), place),
                Showing.when(asText.selectedProperty(), text));
        node.setId("time-line");
        node.getStyleClass().add("card");
        node.setMinHeight(Region.USE_PREF_SIZE);
        line.subscribe(this::show);
    }

    public Node node() {
        return node;
    }

    private void dress() {
        asText.setId("time-line-as-text");
        asText.getStyleClass().add("small");
        asText.setMinWidth(Region.USE_PREF_SIZE);
        text.setId("time-line-text");
        text.setEditable(false);
        text.setAccessibleText(Words.of("due.title"));
        export.menu().setMinWidth(Region.USE_PREF_SIZE);
        export.menu().setText(Words.of("due.export"));
        export.menu().setAccessibleText(Words.of("due.export.name"));
    }

    private Node head() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, Texts.section(Words.of("due.title")), gap, asText, export.menu());
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void show(Optional<TimeLine> seen) {
        Optional<TimeLine> some = seen.filter(line -> !line.rows().isEmpty());
        picture = some.map(TimePicture::new);
        place.getChildren()
                .setAll(picture.<Node>map(drawn -> drawn)
                        .orElseGet(() -> Texts.caption(Words.of(seen.isPresent() ? "due.none" : "map.none"))));
        List<String> lines = seen.map(DueWords::lines).orElse(List.of());
        text.setText(String.join("\n", lines));
        text.setPrefRowCount(Math.clamp(lines.size() + 1, 3, 20));
    }
}
