package keyturn.ui;

import java.util.Locale;
import keyturn.ui.frame.Appearance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page that explains errors, empty, with a pasted error, and in an outage. */
@Tag("pictures")
final class TroublePicturesTest {

    private static final String ERROR =
            "Msg 33049, Level 16, State 2: Key with name 'tde-key-payroll' does not exist in the"
                    + " provider or access is denied. Provider error code: 3113.";

    @ParameterizedTest
    @CsvSource({
        "LIGHT, 1024, 700", "DARK, 1024, 700",
        "LIGHT, 1280, 800", "DARK, 1280, 800",
        "LIGHT, 1920, 1080", "DARK, 1920, 1080"
    })
    void thePageIsDrawn(Appearance.Choice theme, int width, int height) throws Exception {
        String size = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        try (DrawnWindow window = new DrawnWindow(new HandMade(), theme, width, height)) {
            window.picture("trouble-start-" + size, 1);
            window.press("explain");
            window.picture("trouble-empty-" + size, 1);
            window.type("trouble-text", ERROR);
            window.picture("trouble-error-" + size, 1);
            window.press("question-redistributables");
            window.picture("trouble-question-" + size, 1);
            window.type("trouble-text", "Provider error code: 3111.");
            window.picture("trouble-wait-" + size, 1);
        }
        try (DrawnWindow window = new DrawnWindow(new HandMade(), theme, width, height)) {
            window.press("practice");
            window.press("place-checks");
            window.picture("trouble-place-" + size, 1);
            window.press("all-checks");
            window.picture("trouble-checks-" + size, 1);
            window.type("trouble-text", ERROR);
            window.picture("trouble-checked-" + size, 1);
        }
    }
}
