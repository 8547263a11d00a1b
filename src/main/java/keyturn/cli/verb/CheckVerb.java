package keyturn.cli.verb;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.Granting;
import keyturn.cli.Place;
import keyturn.cli.Terminal;
import keyturn.cli.option.TargetOptions;
import keyturn.cli.page.CheckJson;
import keyturn.cli.page.CheckPage;
import keyturn.domain.Permission;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.check.Grants;
import keyturn.trouble.CheckName;
import keyturn.trouble.FlowPermission;
import keyturn.trouble.Knowledge;
import keyturn.trouble.check.CheckReport;
import keyturn.trouble.check.CheckResult.State;
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

    @Option(names = "--for", paramLabel = "FLOW", descriptionKey = "help.check.for")
    Optional<String> flow = Optional.empty();

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
        List<FlowPermission> needed = needed();
        try (Place place = target.open(doors, terminal())) {
            CheckLook.Looked looked = doors.checks().at(place.target(), wanted);
            if (json) {
                terminal().out().println(CheckJson.of(looked));
            } else {
                new CheckPage(terminal().page()).print(looked);
            }
            grants.offerToPlan(looked.seen(), terminal());
            grants.offerToRun(looked.seen(), lacking(needed, looked.seen()), terminal());
            return exit(looked.report());
        } catch (Problem.Raised closed) {
            throw new Ended(Exit.NO_CONNECTION, closed.problem());
        }
    }

    /** That nothing is wrong is said only where every check was permitted to look, and any of them saw something. */
    private static Exit exit(CheckReport report) {
        if (report.isFailing()) {
            return Exit.STOPPED;
        }
        boolean saw = report.results().size() > report.in(State.UNKNOWN).size();
        return saw && report.in(State.NOT_PERMITTED).isEmpty() ? Exit.DONE : Exit.BLOCKED;
    }

    /** Permissions of the flow that was named. */
    private List<FlowPermission> needed() throws Ended {
        List<FlowPermission> needed = Knowledge.all().permissions().stream()
                .filter(one -> flow.isPresent() && one.flow().equals(flow.get()))
                .toList();
        if (flow.isPresent() && needed.isEmpty()) {
            String all = Knowledge.all().permissions().stream()
                    .map(FlowPermission::flow)
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw Ended.usage("check.flow", flow.get(), all);
        }
        return needed;
    }

    private static List<Permission> lacking(List<FlowPermission> needed, Inspection seen) {
        return needed.stream()
                .flatMap(one -> one.onServer().stream())
                .filter(one -> Grants.holds(one, seen).filter(held -> !held).isPresent())
                .toList();
    }

    private Set<CheckName> wanted() throws Ended {
        Set<CheckName> wanted = EnumSet.noneOf(CheckName.class);
        for (String name : names) {
            wanted.add(CheckName.named(name).orElseThrow(() -> Ended.usage("check.unknown", name, CheckName.slugs())));
        }
        return wanted;
    }
}
