package keyturn.cli;

import java.util.List;
import keyturn.inspect.Worlds.Scenario;
import picocli.CommandLine.Command;

/** {@code keyturn scenarios}. */
@Command(name = "scenarios")
final class ScenariosVerb extends Verb {

    private final Doors doors;

    ScenariosVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    Exit perform() throws Ended {
        List<Scenario> scenarios = doors.practice().scenarios();
        int name = scenarios.stream()
                .mapToInt(scenario -> Columns.width(scenario.name()))
                .max()
                .orElse(0);
        int[] widths = {name, Page.WIDTH - name - 2};
        Page page = terminal().page();
        scenarios.forEach(scenario -> page.row(0, widths, List.of(scenario.name(), scenario.about())));
        return Exit.DONE;
    }
}
