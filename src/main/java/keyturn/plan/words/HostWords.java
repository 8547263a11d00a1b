package keyturn.plan.words;

import keyturn.plan.step.HostStep;
import keyturn.plan.step.HostTask;

/** The sentences of the steps on the host of a server. */
final class HostWords {

    private static final String CURRENT = "stopLane";

    private HostWords() {}

    static StepWords of(HostStep step) {
        return switch (step) {
            case HostStep.Perform perform -> of(perform.task(), perform.node());
            case HostStep.StartEngine start -> of(start.task(), start.node());
        };
    }

    private static StepWords of(HostTask task, Object node) {
        return switch (task) {
            case HostTask.CopyFolder copy -> words("copyFolder", copy.from(), copy.to());
            case HostTask.ExportRegistry export -> words("exportRegistry", export.to());
            case HostTask.MergeRegistry merge -> words("mergeRegistry", merge.from());
            case HostTask.StopService stop -> words("stopService", stop.name(), node);
            case HostTask.StartService start -> words("startService", start.name(), node);
            case HostTask.RestartService restart -> words("restartService", restart.name(), node);
            case HostTask.SetStartType set -> words("setStartType." + set.type(), set.name());
            case HostTask.UninstallProgram uninstall -> words("uninstallProgram", uninstall.product(), uninstall.log());
            case HostTask.InstallMsi install -> words("installMsi", install.msi(), install.log());
            case HostTask.ExtractDll extract -> words("extractDll", extract.msi(), extract.to());
            case HostTask.PlaceFile place -> words("placeFile", place.from(), place.to());
            case HostTask.RenameFolder rename -> words("renameFolder", rename.from(), rename.to());
            case HostTask.DeleteFolder delete -> words("deleteFolder", delete.path());
            case HostTask.CheckFile check ->
                words(
                        check.version().isPresent() ? "checkFile" : "checkFile.anyVersion",
                        check.path(),
                        check.version().map(String::valueOf).orElse(""),
                        check.account().orElse(""));
        };
    }

    private static StepWords words(String kind, Object... arguments) {
        return StepWords.of("host." + kind, CURRENT, arguments);
    }
}
