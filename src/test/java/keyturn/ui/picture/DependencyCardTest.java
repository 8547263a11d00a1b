package keyturn.ui.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import keyturn.domain.AsymmetricKeyName;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.depend.PartId;
import keyturn.plan.depend.PartKind;
import keyturn.plan.words.DependencyText;
import keyturn.ui.Toolkit;
import keyturn.ui.work.DirectBackground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The card as somebody meets it who looks, walks with the keyboard, reads and exports. */
final class DependencyCardTest {

    private static final PseudoClass PALE = DependencyPicture.PALE;
    private static final DependencyGraph GRAPH = DependencyLayoutTest.graph(List.of(2, 40));

    @TempDir
    Path folder = Path.of("");

    private DependencyCard card(Path file) {
        return new DependencyCard(
                new SimpleObjectProperty<>(Optional.of(GRAPH)),
                new SimpleObjectProperty<>(new PictureTitle("SQL01\\FIN", "24 Nov 2026 20:00", true)),
                new PictureFiles(new DirectBackground(), (window, proposed) -> Optional.of(file)));
    }

    @Test
    void arrowKeysWalkAndEnterSelectsAPathBesideWhichTheRestIsPale() throws Exception {
        Toolkit.on(() -> {
            DependencyCard card = card(folder);
            try (DrawnCard drawn = new DrawnCard(false, 1064, 620, card.node())) {
                first(drawn).requestFocus();
                drawn.key(KeyCode.RIGHT);
                drawn.key(KeyCode.ENTER);
                PartId chosen = card.selected().getValue().orElseThrow();
                assertEquals(PartKind.KEY, chosen.kind());
                assertTrue(pale(drawn) > 0, "parts of the other key");
                boxes(drawn)
                        .forEach(box -> assertEquals(
                                !GRAPH.path(chosen).contains(box.part()),
                                box.getPseudoClassStates().contains(PALE),
                                box.part().toString()));
                AtomicInteger left = new AtomicInteger();
                drawn.scene().setOnKeyPressed(key -> left.incrementAndGet());
                drawn.key(KeyCode.ESCAPE);
                assertEquals(Optional.empty(), card.selected().getValue());
                assertEquals(0, pale(drawn));
                assertEquals(0, left.get());
                drawn.key(KeyCode.ESCAPE);
                assertEquals(1, left.get(), "with nothing selected the page has the key");
            }
            return true;
        });
    }

    @Test
    void aGroupOpensAListThatIsSearchedAndLeadsToOneDatabase() throws Exception {
        Toolkit.on(() -> {
            DependencyCard card = card(folder);
            try (DrawnCard drawn = new DrawnCard(false, 1064, 900, card.node())) {
                PartId many = new PartId.OfKey(new AsymmetricKeyName("Key_1"));
                card.select(Optional.of(new PartId.DatabasesOf(many)));
                drawn.settle();
                ListView<?> list = (ListView<?>) drawn.find("dependencies-list");
                assertEquals(40, list.getItems().size());
                ((TextField) drawn.find("dependencies-filter")).setText("1_39");
                assertEquals(1, list.getItems().size());
                list.getSelectionModel().selectFirst();
                assertEquals(
                        PartKind.DATABASE,
                        card.selected().getValue().orElseThrow().kind());
                assertTrue(list.isVisible(), "one of them leaves it open");
            }
            return true;
        });
    }

    @Test
    void theTextSaysWhatThePictureShows() throws Exception {
        Toolkit.on(() -> {
            DependencyCard card = card(folder);
            try (DrawnCard drawn = new DrawnCard(false, 1064, 620, card.node())) {
                ((ToggleButton) drawn.find("dependencies-as-text")).fire();
                TextArea text = (TextArea) drawn.find("dependencies-text");
                assertTrue(text.isVisible());
                assertFalse(drawn.find("dependencies-picture").getParent().isVisible());
                assertEquals(DependencyText.lines(GRAPH), text.getText().lines().toList());
            }
            return true;
        });
    }

    @Test
    void everyBoxSaysToAScreenReaderWhatItIsAndHowItStands() throws Exception {
        Toolkit.on(() -> {
            try (DrawnCard drawn = new DrawnCard(false, 760, 620, card(folder).node())) {
                boxes(drawn).forEach(box -> assertFalse(box.getAccessibleText().isBlank()));
                assertEquals(
                        1,
                        boxes(drawn).stream().filter(Node::isFocusTraversable).count(),
                        "one stop of the Tab key");
            }
            return true;
        });
    }

    @Test
    void exportsAreFilesThatOtherProgramsRead() throws Exception {
        Path svg = folder.resolve("map.svg");
        Path png = folder.resolve("map.png");
        Toolkit.on(() -> {
            try (DrawnCard drawn = new DrawnCard(true, 1064, 620, card(svg).node())) {
                fire(drawn, 0);
            }
            try (DrawnCard drawn = new DrawnCard(false, 1064, 620, card(png).node())) {
                fire(drawn, 1);
            }
            return true;
        });
        var document =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(svg.toFile());
        assertEquals("svg", document.getDocumentElement().getTagName());
        assertTrue(Files.readString(svg).contains(Palette.DARK.ground()));
        DependencyLayout layout = DependencyLayout.of(GRAPH, 1000);
        assertEquals(
                layout.boxes().size() + layout.chips().size() + 1,
                document.getElementsByTagName("rect").getLength());
        var picture = ImageIO.read(png.toFile());
        assertTrue(picture.getWidth() > 1500, "twice as sharp as the screen");
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        assertTrue(Arrays.stream(pixels).distinct().count() > 20, "boxes, lines and words are drawn");
    }

    private static void fire(DrawnCard drawn, int item) {
        ((MenuButton) drawn.find("dependencies-export")).getItems().get(item).fire();
    }

    private static List<PartBox> boxes(DrawnCard drawn) {
        return ((DependencyPicture) drawn.find("dependencies-picture"))
                .getChildrenUnmodifiable().stream()
                        .filter(PartBox.class::isInstance)
                        .map(PartBox.class::cast)
                        .toList();
    }

    private static PartBox first(DrawnCard drawn) {
        return boxes(drawn).getFirst();
    }

    private static long pale(DrawnCard drawn) {
        return boxes(drawn).stream()
                .filter(box -> box.getPseudoClassStates().contains(PALE))
                .count();
    }
}
