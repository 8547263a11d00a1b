package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import keyturn.domain.azure.AzureSight;
import keyturn.tools.Picture;
import keyturn.ui.frame.Appearance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As {@link PicturesTest}: connect and overview with a vault, seen whole, out of reach, and with a secret that has ended. */
@Tag("pictures")
final class VaultPicturesTest {

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 1920, 1080", "DARK, 1920, 1080"})
    void connectAndOverviewAreDrawn(Appearance.Choice theme, int width, int height) throws Exception {
        String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        try (DrawnWindow shown = new DrawnWindow(new HandMade(), theme, width, height)) {
            connect(shown, suffix);
        }
        Map<String, HandMade> worlds = Map.of(
                "none", new HandMade(),
                "seen", looking(HandMadeVault.seen()),
                "lost", looking(HandMadeVault.unreachable()),
                "expired", looking(HandMadeVault.secretFor(-3)));
        for (var world : worlds.entrySet()) {
            try (DrawnWindow shown = new DrawnWindow(world.getValue(), theme, width, height)) {
                overview(shown, world.getKey(), suffix);
            }
        }
        assertTrue(Files.exists(Picture.FOLDER.resolve("3-inspect-seen-keys-" + suffix)));
    }

    private static HandMade looking(AzureSight sight) {
        return new HandMade().hasVault(sight);
    }

    private static void connect(DrawnWindow shown, String suffix) throws Exception {
        shown.press("connect");
        shown.press("azure");
        shown.picture("2-connect-vault-" + suffix);
        shown.type("vault", "contoso_fin");
        shown.select("azure-auth", 4);
        shown.picture("2-connect-vault-wrong-" + suffix);
        shown.select("azure-auth", 5);
        shown.picture("2-connect-vault-certificate-" + suffix);
    }

    private static void overview(DrawnWindow shown, String name, String suffix) throws Exception {
        shown.press("practice");
        for (String tab : new String[] {"databases", "keys"}) {
            shown.press("place-" + tab);
            shown.picture("3-inspect-" + name + "-" + tab + "-" + suffix);
        }
    }
}
