package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import keyturn.domain.Message;
import keyturn.tools.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window says whether a restart would succeed before anything is chosen, and where a plan is checked. */
final class ForecastInWindowTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aDisabledKeyIsABannerThatForbidsTheRestart() throws Exception {
        try (VaultWindow walk = new VaultWindow(folder, "key-gone")) {
            String headline =
                    Message.of("plan.forecast.headline.fails", "Payroll").text();
            walk.window.press("practice");
            walk.window.await("inspect-page");
            assertTrue(texts(walk, "#forecast-inspect").contains(headline));
            assertTrue(walk.window
                    .on(() -> walk.window
                            .scene()
                            .lookup("#forecast-inspect .banner")
                            .getStyleClass())
                    .contains("danger"));
            picture(walk, "forecast-inspect.png");
            walk.window.press("next");
            walk.window.await("choose-page");
            walk.window.press("next");
            walk.window.await("forecast-preflight");
            assertTrue(texts(walk, "#forecast-preflight").contains(headline));
            assertEquals(
                    true,
                    walk.window.on(() -> walk.window.scene().lookup("#next").isDisabled()));
            picture(walk, "forecast-preflight.png");
        }
    }

    /** No vault is seen, whatever the DBA would tick: amber, and never green. */
    @Test
    void anUnseenVaultIsUnknown() throws Exception {
        try (VaultWindow walk = new VaultWindow(folder, "vault-lost")) {
            walk.window.press("practice");
            walk.window.await("inspect-page");
            String headline = Message.of("plan.forecast.headline.uncertain").text();
            assertTrue(texts(walk, "#forecast-inspect").contains(headline));
            assertTrue(walk.window
                    .on(() -> walk.window
                            .scene()
                            .lookup("#forecast-inspect .banner")
                            .getStyleClass())
                    .contains("attention"));
        }
    }

    /** For people to look at. */
    private static void picture(VaultWindow walk, String file) throws Exception {
        walk.window.on(() -> {
            Picture.save(walk.window.scene(), Picture.FOLDER.resolve(file));
            return true;
        });
    }

    private static String texts(VaultWindow walk, String place) throws Exception {
        return walk.window.on(() -> {
            List<Node> labels = List.copyOf(walk.window.scene().lookup(place).lookupAll(".label"));
            return labels.stream()
                    .map(Labeled.class::cast)
                    .map(Labeled::getText)
                    .collect(Collectors.joining("\n"));
        });
    }
}
