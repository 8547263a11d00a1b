package keyturn.cli.flow.upgrade;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.cli.Ended;
import keyturn.cli.flow.FlowOptions;
import keyturn.cli.flow.GivenText;
import keyturn.cli.flow.Offered;
import keyturn.cli.flow.OnlyOne;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.ProviderName;
import keyturn.domain.host.FileHash;
import keyturn.domain.host.HostPath;
import keyturn.domain.host.ProductCode;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.Situation;
import keyturn.plan.flow.upgrade.FormerDlls;
import keyturn.plan.flow.upgrade.Lane;
import keyturn.plan.flow.upgrade.NewBuild;
import keyturn.plan.flow.upgrade.RollbackFlow;
import keyturn.plan.flow.upgrade.UpgradeChoices;
import picocli.CommandLine.Option;

/** To which former build the provider goes back, and by which lane: an MSI goes by a stop, a DLL in another folder in place. */
public final class RollbackOptions implements FlowOptions {

    @Option(names = "--dll", paramLabel = "PATH", descriptionKey = "flow.rollback.help.dll")
    Optional<String> dll = Optional.empty();

    @Option(names = "--build", paramLabel = "VERSION", descriptionKey = "flow.rollback.help.build")
    Optional<String> build = Optional.empty();

    @Option(names = "--msi", paramLabel = "PATH", descriptionKey = "flow.rollback.help.msi")
    Optional<String> msi = Optional.empty();

    @Option(names = "--msi-sha256", paramLabel = "HEX", descriptionKey = "flow.rollback.help.msiHash")
    Optional<String> msiHash = Optional.empty();

    @Option(names = "--uninstall", paramLabel = "PRODUCT", descriptionKey = "flow.rollback.help.uninstall")
    Optional<String> uninstall = Optional.empty();

    @Option(names = "--restart", descriptionKey = "flow.rollback.help.restart")
    boolean restart;

    @Override
    public FlowName name() {
        return RollbackFlow.NAME;
    }

    @Override
    public boolean isEmpty() {
        return Stream.of(dll, build, msi, msiHash, uninstall).allMatch(Optional::isEmpty) && !restart;
    }

    @Override
    public void check() throws Ended {
        GivenText.optional(dll, DllPath::new);
        GivenText.optional(build, FileVersion::parse);
        GivenText.optional(msi, HostPath::new);
        GivenText.optional(msiHash, FileHash::new);
        GivenText.optional(uninstall, ProductCode::new);
        if (dll.isPresent() && msi.isPresent()) {
            throw Ended.usage(RollbackFlow.NAME, "dll.or-msi");
        }
        if (msi.isEmpty() && uninstall.isPresent()) {
            throw Ended.usage(RollbackFlow.NAME, "stop.only", "--uninstall");
        }
        if (msi.isEmpty() && msiHash.isPresent()) {
            throw Ended.usage(RollbackFlow.NAME, "stop.only", "--msi-sha256");
        }
        if (msi.isPresent() && restart) {
            throw Ended.usage(RollbackFlow.NAME, "restart.in-place");
        }
    }

    @Override
    public UpgradeChoices choices(Offered offered) throws Ended {
        Inspection seen = offered.inspection();
        ProviderName name = offered.provider().isPresent() ? offered.provider().get() : OnlyOne.provider(seen);
        Optional<Inspection.Provider> row = Situation.row(seen, name);
        if (row.isEmpty()) {
            throw Ended.usage(RollbackFlow.NAME, "provider.none", name);
        }
        return msi.isPresent() ? stop(offered, row.get()) : inPlace(offered, row.get());
    }

    private UpgradeChoices stop(Offered offered, Inspection.Provider row) throws Ended {
        DllPath present = GivenText.value(row.dllPath(), DllPath::new);
        var lane = new Lane.Stop(
                new Lane.Msi(
                        GivenText.value(msi.orElseThrow(), HostPath::new), GivenText.optional(msiHash, FileHash::new)),
                GivenText.optional(uninstall, ProductCode::new).or(() -> HostOptions.onlyInstalled(offered)),
                !offered.host());
        return chosen(offered, row.name(), present, NewBuild.unsaid(), lane);
    }

    private UpgradeChoices inPlace(Offered offered, Inspection.Provider row) throws Ended {
        DllPath path = dll.isPresent()
                ? GivenText.value(dll.get(), DllPath::new)
                : onlyFormer(new FormerDlls(offered.inspection(), row));
        Lane lane = restart ? new Lane.InPlace(Optional.empty(), true, !offered.host()) : Lane.InPlace.FILE_THERE;
        return chosen(offered, row.name(), path, said(offered, path), lane);
    }

    /** As the host shows it, or as its folder is named. */
    private static NewBuild said(Offered offered, DllPath path) {
        return FormerDlls.onHost(offered.inspection(), path)
                .map(NewBuild::stated)
                .orElseGet(() -> NewBuild.proposed(path));
    }

    private UpgradeChoices chosen(Offered offered, ProviderName name, DllPath path, NewBuild unsaid, Lane lane)
            throws Ended {
        NewBuild said = GivenText.optional(build, FileVersion::parse)
                .map(NewBuild::stated)
                .orElse(unsaid);
        return new UpgradeChoices(name, path, said, lane, offered.assurances()).back();
    }

    private static DllPath onlyFormer(FormerDlls former) throws Ended {
        List<DllPath> found = former.all();
        if (found.size() != 1) {
            throw Ended.usage(
                    RollbackFlow.NAME,
                    "dll.choose",
                    found.size(),
                    found.stream().map(DllPath::value).collect(Collectors.joining(", ")));
        }
        return found.getFirst();
    }

    @Override
    public String tourScenario() {
        return "upgraded";
    }

    @Override
    public UpgradeChoices tour(Offered offered) throws Ended {
        return new RollbackOptions().choices(offered);
    }
}
