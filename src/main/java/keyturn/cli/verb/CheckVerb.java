package keyturn.cli.verb;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.Granting;
import keyturn.cli.Place;
import keyturn.cli.Terminal;
import keyturn.cli.option.TargetOptions;
import keyturn.cli.page.CheckJson;
import keyturn.cli.page.CheckPage;
import keyturn.domain.Problem;
import keyturn.trouble.CheckName;
import keyturn.trouble.look.CheckLook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyturn check [NAME…] TARGET [--json]}: runs checks, alone or all. Reads only. */
@Command(name = "check")
public final class CheckVerb extends Verb {

    private final Doors doors;

    @Parameters(arity = "0..*", paramLabel = "NAME", descriptionKey = "help.check.name")
    List<String> names = List.of();

    @Mixin
    TargetOptions target = new TargetOptions();

    @Mixin
    Granting grants = new Granting();

    @Option(names = "--json", descriptionKey = "help.check.json")
    boolean json;

    public CheckVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    Exit perform() throws Ended {
        Set<CheckName> wanted = wanted();
        grants.checkFree();
        try (Place place = target.open(doors, terminal())) {
            CheckLook.Looked looked = doors.checks().at(place.target(), wanted);
            if (json) {
                terminal().out().println(CheckJson.of(looked));
            } else {
                new CheckPage(terminal().page()).print(looked);
            }
            grants.offerToPlan(looked.seen(), terminal());
            return looked.report().isFailing() ? Exit.STOPPED : Exit.DONE;
        } catch (Problem.Raised closed) {
            throw new Ended(Exit.NO_CONNECTION, closed.problem());
        }
    }

    private Set<CheckName> wanted() throws Ended {
        Set<CheckName> wanted = EnumSet.noneOf(CheckName.class);
        for (String name : names) {
            wanted.add(CheckName.named(name).orElseThrow(() -> Ended.usage("check.unknown", name, CheckName.slugs())));
        }
        return wanted;
    }
}
