package keyturn.cli.verb;

import keyturn.cli.CsvFolder;
import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.FirstLook;
import keyturn.cli.Place;
import keyturn.cli.Terminal;
import keyturn.cli.option.TargetOptions;
import keyturn.cli.page.DependenciesPage;
import keyturn.cli.page.InspectionPage;
import keyturn.domain.inspection.Inspection;
import keyturn.evidence.InspectionJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keyturn inspect TARGET [--json] [--dependencies] [--csv DIR]}. */
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
    CsvFolder csv = new CsvFolder();

    public InspectVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    Exit perform() throws Ended {
        csv.checkFreeForInspection();
        try (Place place = target.open(doors, terminal())) {
            Inspection inspection = FirstLook.at(place.target(), doors);
            if (json) {
                InspectionJson.write(inspection).lines().forEach(terminal().out()::println);
            } else {
                new InspectionPage(terminal().page(), inspection).print();
                if (dependencies) {
                    new DependenciesPage(terminal().page(), inspection).print();
                }
            }
            csv.write(inspection, terminal());
        }
        return Exit.DONE;
    }
}
