package keyturn.plan.flow.upgrade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.host.FileHash;
import keyturn.domain.host.HostPath;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.build.SeenOnHost;
import keyturn.plan.flow.HostWork;
import keyturn.plan.flow.TestSteps;
import keyturn.plan.flow.upgrade.Lane.Stop;
import keyturn.plan.step.HostTask;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.ProviderSteps;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep.Phase;

/**
 * The steps of the lane by a stop, and of its way back, in order. Between stop and start every step has one that takes it back, so that
 * SQL Server never starts with half a connector.
 */
final class StopSteps {

    private final UpgradeSituation situation;
    private final DllPath dll;
    private final HostPath folder;
    private final List<Database> databases;
    private final ProviderSteps provider;
    private final List<Step> steps = new ArrayList<>();
    private final HostWork host;

    /** @param dll that the catalog has, before and after */
    StopSteps(UpgradeSituation situation, DllPath dll, boolean operator) {
        this.situation = situation;
        this.dll = dll;
        this.folder = new HostPath(dll.folder());
        this.databases = situation.databases().open();
        this.provider = new ProviderSteps(situation.inspection().identity().node(), situation.chosen());
        this.host = new HostWork(steps, situation.inspection(), operator);
    }

    List<Step> all(Stop lane, Instant now) {
        HostPath kept = HostWork.folder(now);
        HostPath copy = kept.in("connector");
        HostPath registry = kept.in("registry.json");
        new TestSteps(situation).add(steps, databases, Phase.BEFORE);
        host.running(new HostTask.CopyFolder(folder, copy));
        host.running(new HostTask.ExportRegistry(registry));
        host.stop();
        makeRoom(lane, kept, HostWork.stamp(now));
        host.stopped(
                new HostTask.InstallMsi(lane.msi().path(), lane.msi().hash(), kept.in("install.log")),
                new HostTask.RenameFolder(folder, folder.with(".failed-" + HostWork.stamp(now))));
        host.stopped(new HostTask.MergeRegistry(registry));
        check(situation.choices().build().version());
        host.start(databases);
        afterStart(situation.choices().build().version());
        if (lane.deleteOld()) {
            host.running(new HostTask.DeleteFolder(folder.with(".old-" + HostWork.stamp(now)), hashes()));
        }
        return List.copyOf(steps);
    }

    /** Of the files that are there now: a folder that holds others is not deleted. */
    private List<FileHash> hashes() {
        String within = folder.value().toLowerCase(Locale.ROOT) + "\\";
        return SeenOnHost.in(situation.inspection()).map(HostSight::files).orElse(List.of()).stream()
                .filter(file -> file.path().toLowerCase(Locale.ROOT).startsWith(within))
                .map(HostSight.File::hash)
                .distinct()
                .toList();
    }

    /** The folder is free for the new connector; the old one stays whole under another name, whatever is uninstalled. */
    private void makeRoom(Stop lane, HostPath kept, String stamp) {
        HostPath old = folder.with(".old-" + stamp);
        host.stopped(new HostTask.RenameFolder(folder, old), new HostTask.RenameFolder(old, folder));
        lane.uninstall()
                .ifPresent(product -> host.stopped(new HostTask.UninstallProgram(product, kept.in("uninstall.log"))));
    }

    /**
     * Back to the connector of before.
     *
     * @param copy of its folder
     * @param registry as it was exported
     */
    List<Step> back(HostPath copy, HostPath registry, Optional<FileVersion> version, Instant now) {
        HostPath aside = folder.with(".new-" + HostWork.stamp(now));
        host.stop();
        host.stopped(new HostTask.RenameFolder(folder, aside), new HostTask.RenameFolder(aside, folder));
        host.stopped(
                new HostTask.CopyFolder(copy, folder),
                new HostTask.RenameFolder(folder, folder.with(".failed-" + HostWork.stamp(now))));
        host.stopped(new HostTask.MergeRegistry(registry));
        check(version);
        host.start(databases);
        afterStart(version);
        return List.copyOf(steps);
    }

    /** The point up to which the former connector goes back before the start. */
    private void check(Optional<FileVersion> version) {
        Optional<String> account =
                situation.inspection().facts().around().serviceAccount().value();
        host.stopped(new HostTask.CheckFile(dll, version, Optional.empty(), account));
    }

    /** FROM FILE unless path and version match; the path is the same, and one version number stands for three builds. */
    private void afterStart(Optional<FileVersion> version) {
        Optional<FileVersion> registered = situation.provider().flatMap(StopSteps::version);
        if (version.isEmpty() || !version.equals(registered)) {
            steps.add(new ProviderStep.ReloadProvider(
                    host.next(), situation.inspection().identity().node(), situation.chosen(), dll, version, false));
            steps.add(provider.enable(host.next(), false));
        }
        steps.add(provider.read(host.next(), dll));
        new TestSteps(situation).add(steps, databases, Phase.AFTER);
    }

    private static Optional<FileVersion> version(Inspection.Provider row) {
        return UpgradeChange.version(row.version());
    }
}
