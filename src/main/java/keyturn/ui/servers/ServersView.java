package keyturn.ui.servers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.ui.files.FileToRead;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.KnownServers.Known;
import keyturn.ui.wizard.ServerGroup;

/** The known servers in their groups, each with what one can do about it. */
public final class ServersView implements PageView {

    private static final double SEARCH_WIDTH = 360;

    private final ServersViewModel model;
    private final Clock clock;
    private final FileToRead file;
    private final TextField search = new TextField();
    private final VBox groups = new VBox(16);
    private final Button undo = button("servers-undo", "servers.undo");
    private final Node content;
    private Optional<ServerEditor> editor = Optional.empty();
    private final VBox rail =
            new VBox(2, Texts.section(Words.of("servers.page")), Texts.caption(Words.of("servers.about")));

    /** @param file asks for a list of registered servers */
    public ServersView(ServersViewModel model, Clock clock, FileToRead file) {
        this.model = model;
        this.clock = clock;
        this.file = file;
        rail.getStyleClass().add("rail-head");
        search.setId("servers-search");
        search.setPromptText(Words.of("servers.search"));
        search.setAccessibleText(Words.of("servers.search.name"));
        search.setMaxWidth(SEARCH_WIDTH);
        search.textProperty().bindBidirectional(model.search());
        content = Sheet.scrolling(
                "servers-page",
                new ReadOnlyStringWrapper(Words.of("servers.title")),
                new ReadOnlyStringWrapper(Words.of("servers.lead")),
                ProblemPlace.place(model.problem()),
                told(),
                removed(),
                search,
                groups);
        model.all().subscribe(this::show);
        model.search().subscribe(this::show);
        model.edited().subscribe(this::edit);
        content.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Escape leaves what is being edited, and not the page. */
    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && model.edited().get().isPresent()) {
            model.edited().set(Optional.empty());
            key.consume();
        }
    }

    /** The keyboard goes to the fields, and from them back to the server that they were of. */
    private void edit(Optional<Known> before, Optional<Known> now) {
        editor = now.map(server -> new ServerEditor(model, server));
        show();
        editor.ifPresentOrElse(
                ServerEditor::focus, () -> before.ifPresent(server -> focus(id("servers.edit", server))));
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Optional<Node> rail() {
        return Optional.of(rail);
    }

    @Override
    public void focus() {
        content.applyCss();
        search.requestFocus();
    }

    @Override
    public List<Node> exits() {
        Button studio = new Button(Words.of("servers.studio"), Icon.FOLDER.node());
        studio.setId("servers-studio");
        studio.setMinWidth(Region.USE_PREF_SIZE);
        studio.setOnAction(event -> file.ask(content.getScene().getWindow()).ifPresent(model::bringIn));
        Button add = button("servers-add", "servers.add");
        add.setMnemonicParsing(true);
        add.setOnAction(event -> model.addOne());
        return List.of(add, studio);
    }

    private Node told() {
        VBox place = new VBox();
        place.setId("servers-told");
        model.told()
                .subscribe(now -> place.getChildren()
                        .setAll(now.map(told -> List.of(Banner.of(Tone.FINE, Words.of("servers.added.word"), told)))
                                .orElse(List.of())));
        return Showing.when(model.told().map(Optional::isPresent), place);
    }

    private Node removed() {
        VBox place = new VBox();
        undo.setOnAction(event -> model.undo());
        model.removed()
                .subscribe(now -> place.getChildren()
                        .setAll(now.map(gone -> List.of(Banner.of(
                                        Tone.NEUTRAL,
                                        Words.of("servers.removed.word"),
                                        Words.of("servers.removed", gone.shown()),
                                        undo)))
                                .orElse(List.of())));
        return Showing.when(model.removed().map(Optional::isPresent), place);
    }

    private void show() {
        Optional<String> focused = focused();
        List<ServerGroup> found = model.groups();
        groups.getChildren().setAll(found.stream().map(this::group).toList());
        if (found.isEmpty()) {
            boolean none = model.all().getValue().isEmpty();
            groups.getChildren().add(Texts.body(Words.of(none ? "servers.none" : "servers.noneFound")));
        }
        if (model.edited().get().filter(ServersViewModel::isNew).isPresent()) {
            editor.ifPresent(fields -> groups.getChildren().addFirst(fields.node()));
        }
        focused.ifPresent(this::focus);
    }

    /** What has the keyboard among the servers. */
    private Optional<String> focused() {
        return Optional.ofNullable(groups.getScene())
                .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()))
                .filter(owner ->
                        Stream.iterate(owner, Objects::nonNull, Node::getParent).anyMatch(groups::equals))
                .flatMap(owner -> Optional.ofNullable(owner.getId()));
    }

    /** The rows are made anew: whatever had the keyboard has it again, or what came in its stead. */
    private void focus(String id) {
        groups.lookupAll("*").stream()
                .filter(node -> id.equals(node.getId()))
                .findFirst()
                .orElse(model.removed().getValue().isPresent() ? undo : search)
                .requestFocus();
    }

    private Node group(ServerGroup group) {
        VBox rows = new VBox();
        rows.getStyleClass().add("findings");
        group.servers().forEach(server -> rows.getChildren().add(row(server)));
        String name = group.name().isEmpty() ? Words.of("servers.group.none") : group.name();
        return new VBox(8, Texts.section(name), rows);
    }

    private Node row(Known server) {
        if (model.edited().get().filter(server::sameAs).isPresent()) {
            return editor.map(ServerEditor::node).orElseThrow();
        }
        Label name = Texts.cut("step-title");
        name.setText(server.shown());
        HBox head = new HBox(8, name);
        head.setAlignment(Pos.CENTER_LEFT);
        server.environment().tag().map(Tag::node).ifPresent(head.getChildren()::add);
        Label about = Texts.cut("caption");
        about.setText(about(server));
        VBox words = new VBox(2, head, about);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                model.connect(server);
            }
        });
        HBox row = new HBox(12, words);
        row.getChildren().addAll(buttons(server));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("finding");
        server.label().colour().style().ifPresent(stripe -> row.getStyleClass().addAll("striped", stripe));
        return row;
    }

    private String about(Known server) {
        String unnamed = Words.of(server.entra() ? "connect.auth.ENTRA" : "servers.windows");
        String login = server.user().isEmpty() ? unnamed : server.user();
        String used = server.lastUsed().equals(Instant.EPOCH)
                ? Words.of("servers.neverUsed")
                : Words.of("servers.used", WindowTimes.date(server.lastUsed(), clock.getZone()));
        return server.label().name().isEmpty()
                ? Words.of("servers.line.short", login, used)
                : Words.of("servers.line", server.address(), login, used);
    }

    private List<Button> buttons(Known server) {
        Button connect = of(server, "servers.connect");
        connect.setOnAction(event -> model.connect(server));
        Button edit = of(server, "servers.edit");
        edit.setOnAction(event -> model.edited().set(Optional.of(server)));
        Button remove = of(server, "servers.remove");
        remove.setOnAction(event -> model.remove(server));
        return List.of(connect, edit, remove);
    }

    private static Button of(Known server, String words) {
        Button button = button(id(words, server), words);
        button.getStyleClass().add("small");
        button.setAccessibleText(Words.of("servers.button.name", Words.of(words), server.shown()));
        return button;
    }

    private static String id(String words, Known server) {
        return words.replace('.', '-') + "-" + server.address();
    }

    static Button button(String id, String words) {
        Button button = new Button(Words.of(words));
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
