package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.evidence.runs.Runs.Why;
import keyturn.run.SentAct;
import keyturn.tools.Picture;
import keyturn.ui.frame.Appearance;
import keyturn.ui.wizard.Environment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws what keeps a DBA from accidents, also in the smallest window, for people to look at. */
@Tag("pictures")
final class SafetyPicturesTest {

    @ParameterizedTest
    @CsvSource({"LIGHT, 1024, 700", "DARK, 1024, 700", "LIGHT, 1280, 800", "DARK, 1280, 800"})
    void whatKeepsFromAccidents(Appearance.Choice theme, int width, int height) throws Exception {
        String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        Toolkit.on(() -> draw(theme, width, height, suffix));
        try (Stream<java.nio.file.Path> drawn = Files.list(Picture.FOLDER)) {
            assertTrue(drawn.anyMatch(file -> file.toString().endsWith(suffix)));
        }
    }

    private static boolean draw(Appearance.Choice theme, int width, int height, String suffix) {
        try (ShownWindow shown = new ShownWindow(new HandMade().failsAt(8), theme, width, height)) {
            shown.connectAs(Environment.PRODUCTION);
            for (String page : List.of("inspect", "choose", "preflight")) {
                picture(shown, "safety-" + page + "-" + suffix);
                shown.press("next");
            }
            picture(shown, "safety-approve-" + suffix);
            shown.type("confirm-server", "PRACTICE01\\RANGE");
            shown.press("approve");
            picture(shown, "safety-ways-on-" + suffix);
        }
        HandMade filed = new HandMade().hasHistory();
        filed.filed()
                .hold(List.of(
                        HandMadeList.RUNNING,
                        HandMadeList.interrupted(
                                Optional.of(new SentAct(HandMade.plan().steps().get(4), HandMade.NOW))),
                        HandMadeList.early("20261124-180200-SQLTEST03", "SQLTEST03", Why.STOPPED, Optional.empty()),
                        HandMadeList.PENDING,
                        HandMadeList.CONFIRMED,
                        HandMadeList.DAMAGED));
        try (ShownWindow shown = new ShownWindow(filed, theme, width, height)) {
            picture(shown, "safety-start-" + suffix);
            shown.press("runs");
            picture(shown, "safety-runs-" + suffix);
        }
        HandMade running = new HandMade();
        try (ShownWindow shown = new ShownWindow(running, theme, width, height)) {
            running.whileSent(step -> {
                if (step.id().number() == 5) {
                    picture(shown, "safety-sent-" + suffix);
                    shown.askToClose();
                    picture(shown, "safety-closing-" + suffix);
                }
            });
            shown.pressAll("practice", "next", "next", "next", "approve");
        }
        return true;
    }

    private static void picture(ShownWindow shown, String name) {
        shown.settle();
        Picture.save(shown.scene(), Picture.FOLDER.resolve(name));
    }
}
