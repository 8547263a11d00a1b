package keyturn.ui.picture;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
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
import keyturn.domain.Message;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.depend.Part;
import keyturn.plan.depend.PartId;
import keyturn.plan.depend.PartKind;
import keyturn.plan.words.DependencyText;
import keyturn.plan.words.DependencyWords;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/**
 * What depends on what, as a card for a page: the picture, the same as text, and both as files. Selecting a part shows what it
 * needs, and says what a restart would leave closed if it went.
 *
 * <p>A page makes one and puts {@link #node} in; it needs no more than a width of some 420 pixels and takes the height that it
 * needs. Ids begin with {@code dependencies}.
 */
public final class DependencyCard {

    private static final int MOST_LINES = 30;

    private final SimpleObjectProperty<Optional<PartId>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final SimpleStringProperty head = new SimpleStringProperty("");
    private final ToggleButton asText = new ToggleButton(Words.of("map.asText"));
    private final TextArea text = new TextArea();
    private final VBox place = new VBox();
    private final VBox about = new VBox(4);
    private final DatabaseFinder finder = new DatabaseFinder(this::select);
    private final PictureExport export;
    private final VBox node;
    private Optional<DependencyGraph> graph = Optional.empty();
    private Optional<DependencyPicture> picture = Optional.empty();

    /**
     * @param graph empty while nothing was seen: the card says so
     * @param title of a file; its name has the server
     */
    public DependencyCard(
            ObservableValue<Optional<DependencyGraph>> graph, ObservableValue<PictureTitle> title, PictureFiles files) {
        export = new PictureExport("dependencies", files);
        offer(title);
        dress();
        Label said = Texts.caption("");
        said.textProperty().bind(export.said());
        node = new VBox(
                12,
                head(),
                Showing.when(export.said().map(line -> !line.isEmpty()), said),
                Showing.when(asText.selectedProperty().map(words -> !words), place),
                Showing.when(asText.selectedProperty(), text),
                finder.node(),
                about);
        node.setId("dependencies");
        node.getStyleClass().add("card");
        node.setMinHeight(Region.USE_PREF_SIZE);
        selected.subscribe(this::told);
        graph.subscribe(this::show);
    }

    private void offer(ObservableValue<PictureTitle> title) {
        export.offer(
                () -> new PictureExport.Named(
                        Words.of("map.file", title.getValue().server()),
                        title.getValue()
                                .over(Words.of(
                                        "map.file.title", title.getValue().server()))),
                (palette, over) -> this.graph
                        .map(seen -> SvgPicture.of(seen, over, width(), palette))
                        .orElse(""),
                () -> picture.map(drawn -> drawn));
    }

    private void dress() {
        asText.setId("dependencies-as-text");
        asText.getStyleClass().add("small");
        text.setId("dependencies-text");
        text.setEditable(false);
        text.setAccessibleText(Words.of("map.title"));
        about.setId("dependencies-about");
        about.setMinHeight(Region.USE_PREF_SIZE);
    }

    public Node node() {
        return node;
    }

    /** The part that is selected, for what else a page shows of it. */
    public ObservableValue<Optional<PartId>> selected() {
        return selected;
    }

    /** Selects a part, as a click does; one that this server does not have selects nothing. */
    public void select(Optional<PartId> part) {
        selected.set(part.filter(one -> graph.filter(seen ->
                        seen.part(one).isPresent() || seen.databasesOf(one).isPresent())
                .isPresent()));
    }

    private Node head() {
        Label chosen = Texts.cut("caption");
        chosen.textProperty().bind(head);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label title = Texts.section(Words.of("map.title"));
        title.setMinWidth(Region.USE_PREF_SIZE);
        asText.setMinWidth(Region.USE_PREF_SIZE);
        export.menu().setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, title, chosen, gap, asText, export.menu());
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private double width() {
        return Math.max(960, place.getWidth());
    }

    private void show(Optional<DependencyGraph> seen) {
        graph = seen;
        picture = seen.map(one -> new DependencyPicture(one, this::select));
        place.getChildren()
                .setAll(picture.<Node>map(drawn -> drawn).orElseGet(() -> Texts.caption(Words.of("map.none"))));
        List<String> lines = seen.map(DependencyText::lines).orElse(List.of());
        text.setText(String.join("\n", lines));
        text.setPrefRowCount(Math.clamp(lines.size() + 1, 4, MOST_LINES));
        select(selected.get());
        told(selected.get());
    }

    private void told(Optional<PartId> part) {
        picture.ifPresent(drawn -> drawn.show(part));
        head.set(part.map(one -> Words.of(
                        one.kind() == PartKind.DATABASE ? "map.selected.database" : "map.selected",
                        DependencyWords.name(one)))
                .orElseGet(() -> Words.of("map.select")));
        List<String> lines = graph.stream()
                .flatMap(seen -> part.stream().flatMap(one -> lines(seen, one)))
                .toList();
        about.getChildren().setAll(lines.stream().map(Texts::body).toList());
        about.setManaged(!lines.isEmpty());
        Stream<String> needs = graph.stream()
                .flatMap(seen -> part.stream().flatMap(one -> words(DependencyWords.needs(seen, one).stream())));
        about.setAccessibleText(Stream.concat(lines.stream(), needs).collect(Collectors.joining(" ")));
        list(part);
    }

    private static Stream<String> lines(DependencyGraph graph, PartId id) {
        Optional<Part> part = graph.part(id);
        Stream<String> stands = part.stream()
                .flatMap(one ->
                        Stream.concat(Stream.of(DependencyWords.line(one)), words(DependencyWords.reasons(one))));
        boolean database = graph.databasesOf(id).isPresent();
        Stream<String> breaks = database ? Stream.of() : words(DependencyWords.breaks(graph, id).stream());
        return Stream.concat(stands, breaks);
    }

    private static Stream<String> words(Stream<Message> messages) {
        return messages.map(Message::text);
    }

    /** A group of databases opens; one of them leaves it open. */
    private void list(Optional<PartId> part) {
        Optional<PartId> key = graph.flatMap(seen -> part.flatMap(seen::databasesOf));
        boolean many = key.flatMap(one -> graph.map(seen -> seen.databases(one).size()))
                .filter(count -> count > LayoutBuilder.CHIPS)
                .isPresent();
        boolean group = key.map(PartId.DatabasesOf::new)
                .filter(one -> part.equals(Optional.of(one)))
                .isPresent();
        if (group && many) {
            finder.show(
                    DependencyWords.name(key.orElseThrow()), graph.orElseThrow().databases(key.orElseThrow()));
        } else if (!many) {
            finder.hide();
        }
    }
}
