package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import keyturn.domain.Message;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Test;

/** What must be read before approval: a line each, and nothing that is known is left out. */
final class PreviewNoticesTest {

    @Test
    void forecastHostChecksAndNoticesAreLinesThatOpen() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = PreviewOf.rotation(2, Choice.LIGHT, 1280, 800)) {
                assertFalse(shown.shows("forecast-preview"), "nothing says that a restart would fail");
                List<Node> rows = rows(shown);
                assertEquals(
                        Message.of("plan.forecast.headline.uncertain").text(),
                        head(rows.getFirst()),
                        "the forecast comes first");
                String checks = Message.of("ui.preview.unconfirmed", 1).text();
                assertEquals(checks, head(rows.get(1)));
                assertEquals(1, labels(rows.get(1), ".notice-text .label").size(), "it is named");
                assertFalse(rows.get(1).lookup(".notice-text").isVisible());
                shown.press("notice-2-details");
                assertTrue(rows.get(1).lookup(".notice-text").isVisible());
            }
            return true;
        });
    }

    @Test
    void aRestartThatWouldFailStandsAboveEverything() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade().providerDisabled(), Choice.LIGHT, 1280, 800)) {
                shown.pressAll("practice", "turn-to-upgrade", "next", "next");
                assertTrue(shown.shows("forecast-preview"));
                assertFalse(rows(shown).stream()
                        .anyMatch(row -> head(row)
                                .equals(Message.of("plan.forecast.headline.uncertain")
                                        .text())));
            }
            return true;
        });
    }

    private static List<Node> rows(ShownWindow shown) {
        return List.copyOf(((Parent) shown.find("notices")).lookupAll(".notice"));
    }

    private static String head(Node row) {
        return labels(row, ".strong").getFirst();
    }

    private static List<String> labels(Node row, String selector) {
        return row.lookupAll(selector).stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }
}
