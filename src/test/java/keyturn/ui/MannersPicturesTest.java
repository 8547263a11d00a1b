package keyturn.ui;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import keyturn.tools.Picture;
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
    @CsvSource({"LIGHT, 1280, 800", "DARK, 1024, 700"})
    void serversAreDrawn(Choice theme, int width, int height) throws Exception {
        String suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(world(), theme, width, height)) {
                picture(shown, "1-start-servers" + suffix);
                shown.press("servers-manage");
                picture(shown, "servers" + suffix);
                shown.press("servers-edit-SQL01\\FIN");
                picture(shown, "servers-edit" + suffix);
            }
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

    static void picture(ShownWindow shown, String name) {
        shown.settle();
        Picture.save(shown.scene(), Picture.FOLDER.resolve(Path.of(name)));
    }
}
