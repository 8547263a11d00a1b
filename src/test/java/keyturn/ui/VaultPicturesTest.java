package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import keyturn.domain.AzureSight;
import keyturn.tools.Deadline;
import keyturn.tools.Picture;
import keyturn.ui.wizard.Appearance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As {@link PicturesTest}: connect and overview with a vault, seen whole, out of reach, and with a secret that has ended. */
@Tag("matrix")
final class VaultPicturesTest {

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 1920, 1080", "DARK, 1920, 1080"})
    void connectAndOverviewAreDrawn(Appearance.Choice theme, int width, int height) throws Exception {
        String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        connect(theme, width, height, suffix);
        overview(new HandMade(), "none", theme, width, height, suffix);
        Map<String, AzureSight> sights = Map.of(
                "seen", HandMadeVault.seen(),
                "lost", HandMadeVault.unreachable(),
                "expired", HandMadeVault.secretFor(-3));
        for (var sight : sights.entrySet()) {
            HandMade world = new HandMade().hasVault(sight.getValue());
            overview(world, sight.getKey(), theme, width, height, suffix);
        }
        assertTrue(Files.exists(Picture.FOLDER.resolve("3-inspect-seen-vault-" + suffix)));
    }

    private static void connect(Appearance.Choice theme, int width, int height, String suffix) throws Exception {
        ShownWindow shown = Toolkit.on(() -> new ShownWindow(new HandMade(), theme, width, height));
        on(() -> press(shown, "connect"));
        on(() -> press(shown, "azure"));
        picture(shown, "2-connect-vault-" + suffix);
        on(() -> {
            ((TextField) shown.find("vault")).setText("contoso_fin");
            ((ComboBox<?>) shown.find("azure-auth")).getSelectionModel().select(4);
            return true;
        });
        picture(shown, "2-connect-vault-wrong-" + suffix);
        on(() -> {
            ((ComboBox<?>) shown.find("azure-auth")).getSelectionModel().select(5);
            return true;
        });
        picture(shown, "2-connect-vault-certificate-" + suffix);
        on(() -> close(shown));
    }

    private static void overview(
            HandMade world, String name, Appearance.Choice theme, int width, int height, String suffix)
            throws Exception {
        ShownWindow shown = Toolkit.on(() -> new ShownWindow(world, theme, width, height));
        on(() -> press(shown, "practice"));
        for (String tab : new String[] {"databases", "keys", "vault"}) {
            on(() -> press(shown, "tab-" + tab));
            picture(shown, "3-inspect-" + name + "-" + tab + "-" + suffix);
        }
        on(() -> close(shown));
    }

    private static boolean press(ShownWindow shown, String id) {
        shown.press(id);
        return true;
    }

    private static boolean close(ShownWindow shown) {
        shown.close();
        return true;
    }

    private static void picture(ShownWindow shown, String name) throws Exception {
        on(() -> {
            Picture.save(shown.scene(), Picture.FOLDER.resolve(name));
            return true;
        });
    }

    /** Does it, and lets the pulses pass that lay out and draw what has changed. */
    private static void on(Callable<Boolean> work) throws Exception {
        Toolkit.on(work);
        CountDownLatch pulses = new CountDownLatch(4);
        Toolkit.on(() -> {
            var timer = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulses.countDown();
                    if (pulses.getCount() == 0) {
                        stop();
                    }
                }
            };
            timer.start();
            return true;
        });
        Deadline.await("pulses have passed", Duration.ofSeconds(60), () -> pulses.getCount() == 0);
    }
}
