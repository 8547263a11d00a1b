package keyturn.cli.flow.upgrade;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.flow.FlowOptions;
import keyturn.cli.flow.GivenText;
import keyturn.cli.flow.Offered;
import keyturn.cli.flow.OnlyOne;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.DllFile;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.Situation;
import keyturn.plan.flow.upgrade.LaneChecks;
import keyturn.plan.flow.upgrade.NewBuild;
import keyturn.plan.flow.upgrade.UpgradeChoices;
import keyturn.plan.flow.upgrade.UpgradeFlow;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * By which lane the provider comes to which DLL of which build: as told. An MSI alone goes by the stop, which Microsoft's page
 * describes; a DLL in another folder goes in place, and so does the only other DLL that the inspection offers.
 */
public final class UpgradeOptions implements FlowOptions {

    private static final String IN_PLACE = "in-place";
    private static final String STOP = "stop";

    @Option(names = "--lane", paramLabel = STOP + "|" + IN_PLACE, descriptionKey = "flow.upgrade.help.lane")
    Optional<String> lane = Optional.empty();

    @ArgGroup(validate = false)
    HostOptions host = new HostOptions();

    @Option(names = "--dll", paramLabel = "PATH", descriptionKey = "flow.upgrade.help.dll")
    Optional<String> dll = Optional.empty();

    @Option(names = "--build", paramLabel = "VERSION", descriptionKey = "flow.upgrade.help.build")
    Optional<String> build = Optional.empty();

    @Override
    public FlowName name() {
        return UpgradeFlow.NAME;
    }

    @Override
    public boolean isEmpty() {
        return dll.isEmpty() && build.isEmpty() && host.isEmpty();
    }

    @Override
    public void check() throws Ended {
        if (lane.isPresent() && !lane.get().equals(IN_PLACE) && !lane.get().equals(STOP)) {
            throw Ended.usage(UpgradeFlow.NAME, "lane.unknown", lane.get());
        }
        host.check(isStop());
        GivenText.optional(dll, DllPath::new);
        GivenText.optional(build, FileVersion::parse);
    }

    @Override
    public UpgradeChoices choices(Offered offered) throws Ended {
        Inspection inspection = offered.inspection();
        ProviderName name = offered.provider().isPresent() ? offered.provider().get() : OnlyOne.provider(inspection);
        if (isStop()) {
            return stop(offered, inspection, name);
        }
        List<Problem> ruledOut = Situation.row(inspection, name).stream()
                .flatMap(row -> Stream.concat(
                        LaneChecks.needsStop(row).stream(), new UpgradeFlow().ruledOut(inspection, name).stream()))
                .toList();
        if (dll.isEmpty() && !ruledOut.isEmpty()) {
            throw new Ended(Exit.BLOCKED, ruledOut);
        }
        DllPath path = dll.isPresent() ? GivenText.value(dll.get(), DllPath::new) : onlyOtherDll(inspection, name);
        NewBuild said = GivenText.optional(build, FileVersion::parse)
                .map(NewBuild::stated)
                .orElseGet(() -> NewBuild.proposed(path));
        return new UpgradeChoices(name, path, said, host.inPlace(!offered.host()), offered.assurances());
    }

    private boolean isStop() {
        return lane.map(STOP::equals).orElseGet(() -> dll.isEmpty() && host.hasMsi());
    }

    /** The file is replaced where the catalog has it. */
    private UpgradeChoices stop(Offered offered, Inspection inspection, ProviderName name) throws Ended {
        Optional<String> present = Situation.row(inspection, name).map(Inspection.Provider::dllPath);
        if (present.isEmpty()) {
            throw Ended.usage(UpgradeFlow.NAME, "provider.none", name);
        }
        DllPath path = GivenText.value(dll.orElse(present.get()), DllPath::new);
        NewBuild said = GivenText.optional(build, FileVersion::parse)
                .map(NewBuild::stated)
                .orElseGet(NewBuild::unsaid);
        return new UpgradeChoices(name, path, said, host.stop(offered), offered.assurances());
    }

    @Override
    public UpgradeChoices tour(Offered offered) throws Ended {
        return new UpgradeOptions().choices(offered);
    }

    private static DllPath onlyOtherDll(Inspection inspection, ProviderName provider) throws Ended {
        String present = Situation.row(inspection, provider)
                .map(Inspection.Provider::dllPath)
                .orElse("");
        List<DllPath> others = OnlyOne.seen(inspection.facts().dllFiles(), "choice.dlls.unseen").stream()
                .map(DllFile::path)
                .filter(path -> !present.equalsIgnoreCase(path.value()))
                .toList();
        if (others.isEmpty()) {
            throw Ended.usage("choice.dlls.none");
        }
        if (others.size() > 1) {
            String paths = others.stream().map(DllPath::value).collect(Collectors.joining(", "));
            throw Ended.usage("choice.dlls.several", others.size(), paths);
        }
        return others.getFirst();
    }
}
