package keyturn.ui;

import java.nio.file.Path;
import keyturn.ui.home.HomeViewModel;
import keyturn.ui.runs.RunsModel;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.wizard.Settings;
import keyturn.ui.work.DirectBackground;

/** The home of a server without a window. */
final class HomeOfTests {

    private HomeOfTests() {}

    static HomeViewModel of(Draft draft, HandMade world, Settings settings) {
        WizardPorts ports = world.ports(Path.of("runs"));
        var background = new DirectBackground();
        return new HomeViewModel(
                draft,
                background,
                new HomeViewModel.Ports(ports.look(), settings, ports.question(), world.clock, () -> {}),
                new RunsModel(
                        draft,
                        background,
                        new RunsModel.Ports(ports.runs(), ports.look(), ports.servers(), file -> {}),
                        new OpenWorld(),
                        new RunsModel.Ways(known -> {}, () -> {}, () -> {})));
    }
}
