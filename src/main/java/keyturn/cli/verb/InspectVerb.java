package keyturn.cli.verb;

import java.time.Period;
import keyturn.cli.CsvFolder;
import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.FirstLook;
import keyturn.cli.Place;
import keyturn.cli.Terminal;
import keyturn.cli.option.TargetOptions;
import keyturn.cli.option.TieOption;
import keyturn.cli.option.WarnOption;
import keyturn.cli.page.DependenciesPage;
import keyturn.cli.page.InspectionPage;
import keyturn.domain.inspection.Inspection;
import keyturn.evidence.InspectionJson;
import keyturn.evidence.runs.DatesOfRuns;
import keyturn.evidence.runs.Runs;
import keyturn.plan.due.KnownDates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keyturn inspect TARGET [--json] [--dependencies] [--warn P60D] [--tie CREDENTIAL=ID]… [--csv DIR]}. */
@Command(name = "inspect")
public final class InspectVerb extends Verb {

    private final Doors doors;

    @Mixin
    TargetOptions target = new TargetOptions();

    @Option(names = "--json", descriptionKey = "help.inspect.json")
    boolean json;

    @Option(names = "--dependencies", descriptionKey = "help.inspect.dependencies")
    boolean dependencies;

    @Mixin
    WarnOption warn = new WarnOption();

    @Mixin
    TieOption ties = new TieOption();

    @Mixin
    CsvFolder csv = new CsvFolder();

    public InspectVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    Exit perform() throws Ended {
        csv.checkFreeForInspection();
        Period warning = warn.warning();
        try (Place place = target.open(doors, terminal())) {
            Inspection inspection = look(place);
            if (json) {
                InspectionJson.write(inspection).lines().forEach(terminal().out()::println);
            } else {
                new InspectionPage(terminal().page(), inspection, warning).print();
                if (dependencies) {
                    KnownDates dates = DatesOfRuns.of(
                            Runs.in(doors.runs()), inspection.identity().name());
                    new DependenciesPage(terminal().page(), inspection, dates).print();
                }
            }
            csv.write(inspection, terminal());
        }
        return Exit.DONE;
    }

    /** What is said of credentials is kept first: the look that is shown knows it. */
    private Inspection look(Place place) throws Ended {
        Inspection seen = FirstLook.at(place.target(), doors);
        if (!ties.given()) {
            return seen;
        }
        ties.keep(doors.ties(), seen);
        return FirstLook.at(place.target(), doors);
    }
}
