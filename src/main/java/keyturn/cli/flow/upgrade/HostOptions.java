package keyturn.cli.flow.upgrade;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.cli.Ended;
import keyturn.cli.flow.GivenText;
import keyturn.cli.flow.Offered;
import keyturn.domain.host.FileHash;
import keyturn.domain.host.HostPath;
import keyturn.domain.host.HostSight;
import keyturn.domain.host.ProductCode;
import keyturn.plan.build.SeenOnHost;
import keyturn.plan.flow.upgrade.Lane;
import keyturn.plan.flow.upgrade.UpgradeFlow;
import picocli.CommandLine.Option;

/** What is done on the host: from which MSI or file the new DLL comes, and whether SQL Server is restarted by the plan. */
final class HostOptions {

    @Option(names = "--msi", paramLabel = "PATH", descriptionKey = "flow.upgrade.help.msi")
    Optional<String> msi = Optional.empty();

    @Option(names = "--msi-sha256", paramLabel = "HEX", descriptionKey = "flow.upgrade.help.msiHash")
    Optional<String> msiHash = Optional.empty();

    @Option(names = "--dll-from", paramLabel = "PATH", descriptionKey = "flow.upgrade.help.from")
    Optional<String> from = Optional.empty();

    @Option(names = "--uninstall", paramLabel = "PRODUCT", descriptionKey = "flow.upgrade.help.uninstall")
    Optional<String> uninstall = Optional.empty();

    @Option(names = "--delete-old-folder", descriptionKey = "flow.upgrade.help.deleteOld")
    boolean deleteOld;

    @Option(names = "--restart", descriptionKey = "flow.upgrade.help.restart")
    boolean restart;

    boolean isEmpty() {
        return Stream.of(msi, msiHash, from, uninstall).allMatch(Optional::isEmpty) && !deleteOld && !restart;
    }

    boolean hasMsi() {
        return msi.isPresent();
    }

    /** @throws Ended where a value is none, or does not go with the lane */
    void check(boolean stop) throws Ended {
        GivenText.optional(msi, HostPath::new);
        GivenText.optional(msiHash, FileHash::new);
        GivenText.optional(from, HostPath::new);
        GivenText.optional(uninstall, ProductCode::new);
        if (stop && msi.isEmpty()) {
            throw Ended.usage(UpgradeFlow.NAME, "msi.missing");
        }
        if (stop && from.isPresent()) {
            throw Ended.usage(UpgradeFlow.NAME, "in-place.only", "--dll-from");
        }
        if (!stop && uninstall.isPresent()) {
            throw Ended.usage(UpgradeFlow.NAME, "stop.only", "--uninstall");
        }
        if (msi.isEmpty() && msiHash.isPresent()) {
            throw Ended.usage(UpgradeFlow.NAME, "msi.missing");
        }
        if (!stop && deleteOld) {
            throw Ended.usage(UpgradeFlow.NAME, "stop.only", "--delete-old-folder");
        }
        if (msi.isPresent() && from.isPresent()) {
            throw Ended.usage(UpgradeFlow.NAME, "msi.or-file");
        }
    }

    /** The one connector that was seen to be installed is uninstalled, unless another program is named. */
    Lane.Stop stop(Offered offered) throws Ended {
        Optional<ProductCode> named = GivenText.optional(uninstall, ProductCode::new);
        return new Lane.Stop(msiFile(), named.or(() -> onlyInstalled(offered)), deleteOld, !offered.host());
    }

    static Optional<ProductCode> onlyInstalled(Offered offered) {
        List<HostSight.Program> programs =
                SeenOnHost.in(offered.inspection()).map(HostSight::programs).orElse(List.of());
        return programs.size() == 1 ? Optional.of(programs.getFirst().product()) : Optional.empty();
    }

    /** @param operator Keyturn has no way to the host */
    Lane.InPlace inPlace(boolean operator) throws Ended {
        Optional<Lane.Placing> placing = msi.isPresent()
                ? Optional.of(new Lane.Placing.Extracted(msiFile()))
                : GivenText.optional(from, HostPath::new).map(file -> new Lane.Placing.Copied(file, Optional.empty()));
        return placing.isEmpty() && !restart ? Lane.InPlace.FILE_THERE : new Lane.InPlace(placing, restart, operator);
    }

    private Lane.Msi msiFile() throws Ended {
        return new Lane.Msi(
                GivenText.value(msi.orElseThrow(), HostPath::new), GivenText.optional(msiHash, FileHash::new));
    }
}
