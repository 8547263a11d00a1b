package keyturn.ui.frame;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Wanted;
import keyturn.ui.parts.Words;

/** Everything that can be done now, on this page and elsewhere, found by words. */
final class CommandPalette {

    private static final double WIDTH = 560;
    private static final double HEIGHT = 460;

    private final Zoom zoom;
    private final TextField find = new TextField();
    private final ListView<PaletteCommand> list = new ListView<>();
    private final VBox card = new VBox(8, Texts.caption(Words.of("palette.about")), find, list);
    private final StackPane node = new StackPane(card);
    private List<PaletteCommand> all = List.of();
    private PaletteCommand.Source more = words -> List.of();
    private Optional<Node> before = Optional.empty();
    private boolean open;

    CommandPalette(Zoom zoom) {
        this.zoom = zoom;
        find.setId("palette-find");
        find.setPromptText(Words.of("palette.find"));
        find.setAccessibleText(Words.of("palette.find.name"));
        find.textProperty().subscribe(words -> narrow());
        find.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("palette-list");
        list.setAccessibleText(Words.of("palette.list.name"));
        list.setPrefHeight(HEIGHT);
        list.setPlaceholder(Texts.body(Words.of("palette.none")));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> run());
        card.getStyleClass().addAll("card", "palette");
        card.setMaxSize(WIDTH, HEIGHT);
        card.setId("palette");
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        node.getStyleClass().add("palette-cover");
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, press -> {
            if (press.getTarget().equals(node)) {
                close();
            }
        });
    }

    boolean isOpen() {
        return open;
    }

    /** @param everywhere what is not on the page */
    void open(List<PaletteCommand> commands, PaletteCommand.Source everywhere) {
        before = Optional.ofNullable(zoom.getScene().getFocusOwner());
        all = commands;
        more = everywhere;
        open = true;
        zoom.cover(Optional.of(node));
        find.clear();
        narrow();
        node.applyCss();
        find.requestFocus();
    }

    /** Whether it was open. */
    boolean close() {
        boolean was = open;
        if (open) {
            open = false;
            zoom.cover(Optional.empty());
            before.filter(owner -> owner.getScene() != null).ifPresent(Node::requestFocus);
        }
        return was;
    }

    private void narrow() {
        String words = find.getText();
        Stream<PaletteCommand> found = Stream.concat(
                all.stream().filter(command -> Wanted.holds(command.name(), words)), more.of(words).stream());
        list.getItems().setAll(found.toList());
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> {
                run();
                key.consume();
            }
            case DOWN -> move(key, 1);
            case UP -> move(key, -1);
            default -> {}
        }
    }

    private void move(KeyEvent key, int by) {
        if (key.getSource().equals(find)) {
            int last = list.getItems().size() - 1;
            int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, last));
            list.getSelectionModel().clearAndSelect(to);
            list.scrollTo(to);
            key.consume();
        }
    }

    private void run() {
        Optional<PaletteCommand> chosen =
                Optional.ofNullable(list.getSelectionModel().getSelectedItem());
        if (chosen.isPresent()) {
            close();
            chosen.get().action().run();
        }
    }
}
