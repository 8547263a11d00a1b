package keyturn.cli.flow.repair;

import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.cli.Ended;
import keyturn.cli.flow.FlowOptions;
import keyturn.cli.flow.GivenText;
import keyturn.cli.flow.Offered;
import keyturn.cli.flow.OnlyOne;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.Situation;
import keyturn.plan.flow.repair.RepairChoices;
import keyturn.plan.flow.repair.RepairChoices.Restart;
import keyturn.plan.flow.repair.RepairFlow;
import keyturn.plan.flow.repair.RepairOffer;
import picocli.CommandLine.Option;

/** Which DLL is registered, and whether SQL Server is restarted by the plan. */
public final class RepairOptions implements FlowOptions {

    private static final String NOW = "now";
    private static final String LATER = "later";

    @Option(names = "--dll", paramLabel = "PATH", descriptionKey = "flow.repair.help.dll")
    Optional<String> dll = Optional.empty();

    @Option(names = "--build", paramLabel = "VERSION", descriptionKey = "flow.repair.help.build")
    Optional<String> build = Optional.empty();

    @Option(names = "--restart", paramLabel = NOW + "|" + LATER, descriptionKey = "flow.repair.help.restart")
    Optional<String> restart = Optional.empty();

    @Override
    public FlowName name() {
        return RepairFlow.NAME;
    }

    @Override
    public boolean isEmpty() {
        return dll.isEmpty() && build.isEmpty() && restart.isEmpty();
    }

    @Override
    public void check() throws Ended {
        GivenText.optional(dll, DllPath::new);
        GivenText.optional(build, FileVersion::parse);
        if (restart.isPresent() && !restart.get().equals(NOW) && !restart.get().equals(LATER)) {
            throw Ended.usage(RepairFlow.NAME, "restart.unknown", restart.get());
        }
    }

    @Override
    public RepairChoices choices(Offered offered) throws Ended {
        Inspection seen = offered.inspection();
        ProviderName name = offered.provider().isPresent() ? offered.provider().get() : OnlyOne.provider(seen);
        Optional<Inspection.Provider> row = Situation.row(seen, name);
        if (row.isEmpty()) {
            throw Ended.usage(RepairFlow.NAME, "provider.none", name);
        }
        var offer = new RepairOffer(seen, row.get());
        DllPath path = dll.isPresent() ? GivenText.value(dll.get(), DllPath::new) : offered(offer);
        Optional<FileVersion> said =
                GivenText.optional(build, FileVersion::parse).or(() -> offer.build(path));
        return new RepairChoices(name, path, said, when(offered), offered.assurances());
    }

    private Restart when(Offered offered) {
        if (restart.filter(LATER::equals).isPresent()) {
            return Restart.LATER;
        }
        return offered.host() ? Restart.BY_PLAN : Restart.BY_OPERATOR;
    }

    private static DllPath offered(RepairOffer offer) throws Ended {
        Optional<DllPath> one = offer.dll();
        if (one.isEmpty()) {
            throw Ended.usage(
                    RepairFlow.NAME,
                    "dll.none",
                    offer.provider().dllPath(),
                    offer.others().stream().map(DllPath::value).collect(Collectors.joining(", ", "[", "]")));
        }
        return one.get();
    }

    @Override
    public String tourScenario() {
        return "dll-gone";
    }

    @Override
    public RepairChoices tour(Offered offered) throws Ended {
        var told = new RepairOptions();
        told.restart = Optional.of(LATER);
        return told.choices(offered);
    }
}
