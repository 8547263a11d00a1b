package keyturn.cli.flow.upgrade;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import keyturn.plan.flow.upgrade.NewBuild;
import keyturn.plan.flow.upgrade.UpgradeChoices;
import keyturn.plan.flow.upgrade.UpgradeFlow;
import picocli.CommandLine.Option;

/** Which DLL of which build the provider is pointed at: as told, else where the inspection offers exactly one. */
public final class UpgradeOptions implements FlowOptions {

    private static final String IN_PLACE = "in-place";

    @Option(names = "--lane", paramLabel = IN_PLACE, defaultValue = IN_PLACE, descriptionKey = "flow.upgrade.help.lane")
    String lane = IN_PLACE;

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
        return dll.isEmpty() && build.isEmpty();
    }

    @Override
    public void check() throws Ended {
        if (!lane.equals(IN_PLACE)) {
            throw Ended.usage(UpgradeFlow.NAME, lane.equals("stop") ? "lane.later" : "lane.unknown", lane);
        }
        GivenText.optional(dll, DllPath::new);
        GivenText.optional(build, FileVersion::parse);
    }

    @Override
    public UpgradeChoices choices(Offered offered) throws Ended {
        Inspection inspection = offered.inspection();
        ProviderName name = offered.provider().isPresent() ? offered.provider().get() : OnlyOne.provider(inspection);
        List<Problem> ruledOut = new UpgradeFlow().ruledOut(inspection, name);
        if (dll.isEmpty() && !ruledOut.isEmpty()) {
            throw new Ended(Exit.BLOCKED, ruledOut);
        }
        DllPath path = dll.isPresent() ? GivenText.value(dll.get(), DllPath::new) : onlyOtherDll(inspection, name);
        NewBuild said = GivenText.optional(build, FileVersion::parse)
                .map(NewBuild::stated)
                .orElseGet(() -> NewBuild.proposed(path));
        return new UpgradeChoices(name, path, said, offered.assurances());
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
