package keyturn.ui.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javax.xml.parsers.DocumentBuilderFactory;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.Message;
import keyturn.plan.depend.Health.State;
import keyturn.plan.due.DueMark;
import keyturn.plan.due.DueSubject;
import keyturn.plan.due.TimeLine;
import keyturn.plan.due.TimeRow;
import keyturn.plan.words.DueWords;
import keyturn.ui.Toolkit;
import keyturn.ui.work.DirectBackground;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** No words lie on others, and none outside, whatever the dates and however wide the window is. */
final class TimeLayoutTest {

    private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");

    @Property(tries = 150)
    void noWordsMeetAndAllAreInside(
            @ForAll @Size(max = 10) List<@Size(max = 5) List<@IntRange(min = -4000, max = 40_000) Integer>> days,
            @ForAll @IntRange(min = 420, max = 1900) int width) {
        TimeLayout layout = TimeLayout.of(line(days), width);
        List<BoxArea> areas = Stream.concat(layout.labels().stream(), layout.ticks().stream())
                .map(TimeLayout.Label::area)
                .toList();
        for (int i = 0; i < areas.size(); i++) {
            BoxArea one = areas.get(i);
            assertTrue(one.x() >= 0 && one.right() <= width + 0.01 && one.bottom() <= layout.height(), one.toString());
            for (BoxArea other : areas.subList(i + 1, areas.size())) {
                assertFalse(one.overlaps(other), () -> one + " lies on " + other);
            }
        }
        assertTrue(
                layout.ticks().size() <= TimeLayoutBuilder.MOST_TICKS + 1,
                layout.ticks().toString());
        layout.dots().forEach(dot -> assertTrue(dot.x() >= 0 && dot.x() <= width));
    }

    @Test
    void thePictureIsWrittenAsSvgAndSaidAsText() throws Exception {
        TimeLine line = line(List.of(List.of(-20, 9), List.of(400)));
        String svg = SvgPicture.of(line, "dates of <SQL01>", 1000, Palette.LIGHT);
        var document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertEquals(3, document.getElementsByTagName("circle").getLength());
        Toolkit.on(() -> {
            var card = new TimeLineCard(
                    new SimpleObjectProperty<>(Optional.of(line)),
                    new SimpleObjectProperty<>(new PictureTitle("SQL01", "24 Nov 2026 20:00", false)),
                    new PictureFiles(new DirectBackground(), (window, proposed) -> Optional.empty()));
            try (DrawnCard drawn = new DrawnCard(false, 760, 500, card.node())) {
                ((ToggleButton) drawn.find("time-line-as-text")).fire();
                TextArea text = (TextArea) drawn.find("time-line-text");
                assertTrue(text.isVisible());
                assertEquals(DueWords.lines(line), text.getText().lines().toList());
            }
            return true;
        });
    }

    /** A reason takes fewer lines where there is more room. */
    @Test
    void thePictureFollowsTheWidthOfTheWindow() throws Exception {
        TimeRow row = new TimeRow(
                new DueSubject.KeyInUse(new AsymmetricKeyName("Key_0"), Optional.empty()),
                Optional.empty(),
                List.of(),
                Optional.of(Message.of("plan.due.unknown.secretRefused", "keyturn-practice-reader")));
        TimeLine line = new TimeLine(NOW, List.of(row));
        Toolkit.on(() -> {
            TimePicture picture = new TimePicture(line);
            new Scene(new Group(picture));
            for (double width : new double[] {420, 1600, 500}) {
                picture.resize(width, picture.prefHeight(width));
                picture.layout();
                TimeLayout wanted = TimeLayout.of(line, width);
                assertEquals(
                        Stream.concat(wanted.ticks().stream(), wanted.labels().stream())
                                .map(TimeLayout.Label::shown)
                                .sorted()
                                .toList(),
                        picture.lookupAll(".label").stream()
                                .filter(Node::isVisible)
                                .map(node -> ((Label) node).getText())
                                .sorted()
                                .toList());
            }
            return true;
        });
    }

    private static final List<DueMark.Kind> KINDS = List.of(DueMark.Kind.values());

    private static TimeLine line(List<List<Integer>> days) {
        List<TimeRow> rows = new ArrayList<>();
        for (int row = 0; row < days.size(); row++) {
            List<DueMark> marks = days.get(row).stream()
                    .map(day -> new DueMark(
                            KINDS.get(Math.floorMod(day, KINDS.size())),
                            NOW.plus(Duration.ofDays(day)),
                            day % 2 == 0 ? "" : "a secret with a name",
                            State.ATTENTION))
                    .toList();
            rows.add(new TimeRow(
                    new DueSubject.KeyInUse(new AsymmetricKeyName("Key_" + row), Optional.empty()),
                    row % 2 == 0 ? Optional.of(NOW.minus(Duration.ofDays(100L * row))) : Optional.empty(),
                    marks,
                    Optional.empty()));
        }
        return new TimeLine(NOW, rows);
    }
}
