package keyturn.ui;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import keyturn.tools.Picture;
import keyturn.ui.connect.SignInKind;
import keyturn.ui.frame.Appearance.Choice;
import keyturn.ui.wizard.Environment;
import keyturn.ui.wizard.KnownServers.Known;
import keyturn.ui.wizard.ServerLabel;
import keyturn.ui.wizard.ServerLabel.Colour;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws the pages around the flows: servers, settings, help. */
@Tag("pictures")
final class MannersPicturesTest {

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, 800", "DARK, 1024, 700", "HIGH_CONTRAST, 1280, 800"})
    void everyPageBesideTheFlowsIsDrawn(Choice theme, int width, int height) throws Exception {
        String suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        ShownWindow shown = Toolkit.on(() -> new ShownWindow(world(), theme, width, height));
        picture(shown, "1-start-servers" + suffix);
        picture(shown, "connect" + suffix, "connect");
        Toolkit.on(() -> {
            @SuppressWarnings("unchecked")
            var auth = (ComboBox<SignInKind>) shown.find("auth");
            auth.setValue(SignInKind.ENTRA);
            return true;
        });
        picture(shown, "connect-entra" + suffix);
        picture(shown, "servers" + suffix, "cancel", "servers-manage");
        picture(shown, "servers-edit" + suffix, "servers-edit-SQL01\\FIN");
        picture(shown, "settings" + suffix, "server-leave", "next", "settings-open");
        picture(shown, "settings-shortcuts" + suffix, "settings-shortcuts");
        picture(shown, "settings-about" + suffix, "settings-about");
        picture(shown, "help-start" + suffix, "next", "help");
        picture(shown, "home" + suffix, "help", "practice");
        picture(shown, "help-preview" + suffix, "next", "next", "next", "help");
        Toolkit.on(() -> {
            shown.press("help");
            Keys.palette(shown);
            return true;
        });
        picture(shown, "palette" + suffix);
        Toolkit.on(() -> {
            shown.close();
            return true;
        });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, 800", "DARK, 1024, 700"})
    void theFirstStartIsDrawn(Choice theme, int width, int height) throws Exception {
        String suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        ShownWindow shown = Toolkit.on(() -> new ShownWindow(new HandMade(), theme, width, height));
        picture(shown, "first-start" + suffix);
        picture(shown, "tour" + suffix, "tour");
        Toolkit.on(() -> {
            shown.close();
            return true;
        });
    }

    private static HandMade world() {
        return new HandMade()
                .hasServers(
                        server("SQL01\\FIN", "Payroll", "Finance", Colour.RED, Environment.PRODUCTION),
                        server("SQL02.corp.contoso.com,1455", "", "Finance", Colour.ORANGE, Environment.NOT_SAID),
                        server("SQLTEST01", "Payroll test", "Test", Colour.GREEN, Environment.TEST),
                        Known.named("127.0.0.1,32867"));
    }

    private static Known server(String address, String name, String group, Colour colour, Environment environment) {
        return new Known(address, address, "keyturn", "", environment, HandMade.NOW, Optional.empty())
                .labelled(new ServerLabel(name, group, colour), environment);
    }

    /** After these have been pressed, and what that brings about has been drawn. */
    private static void picture(ShownWindow shown, String name, String... pressed) throws Exception {
        Toolkit.on(() -> {
            shown.pressAll(pressed);
            return true;
        });
        DrawnWindow.awaitPulses();
        Toolkit.on(() -> {
            Picture.save(shown.scene(), Picture.FOLDER.resolve(Path.of(name)));
            return true;
        });
    }
}
