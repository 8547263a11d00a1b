package keyturn.cli.verb;

import java.util.List;
import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.Terminal;
import keyturn.cli.page.Columns;
import keyturn.cli.page.ScenariosJson;
import keyturn.cli.page.TerminalPage;
import keyturn.inspect.Worlds.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code keyturn scenarios}. */
@Command(name = "scenarios")
public final class ScenariosVerb extends Verb {

    private final Doors doors;

    @Option(names = "--json", descriptionKey = "help.check.json")
    boolean json;

    public ScenariosVerb(Doors doors, Terminal terminal) {
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
        if (json) {
            terminal().out().println(ScenariosJson.of(scenarios));
            return Exit.DONE;
        }
        TerminalPage page = terminal().page();
        int[] widths = {name, page.width() - name - 2};
        scenarios.forEach(scenario -> page.row(0, widths, List.of(scenario.name(), scenario.about())));
        return Exit.DONE;
    }
}
