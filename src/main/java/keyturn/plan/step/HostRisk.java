package keyturn.plan.step;

import java.time.Duration;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.plan.step.Conduct.Effect;
import keyturn.plan.step.Conduct.Risk;

/** What each kind of work on a host risks, how long it takes, and why nothing takes it back where nothing does. */
final class HostRisk {

    private static final Duration COPY = Duration.ofSeconds(20);
    private static final Duration INSTALL = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofMinutes(3);

    private HostRisk() {}

    static Effect effect(HostTask task) {
        return of(task) == Risk.READS ? Effect.READ : Effect.CHANGE;
    }

    static Risk of(HostTask task) {
        return switch (task) {
            case HostTask.CopyFolder copy -> Risk.ADDS;
            case HostTask.ExportRegistry export -> Risk.ADDS;
            case HostTask.MergeRegistry merge -> Risk.ADDS;
            case HostTask.StopService stop -> Risk.INTERRUPTS;
            case HostTask.StartService start -> Risk.REVERSIBLE;
            case HostTask.RestartService restart -> Risk.INTERRUPTS;
            case HostTask.SetStartType set -> Risk.REVERSIBLE;
            case HostTask.UninstallProgram uninstall -> Risk.DESTROYS;
            case HostTask.InstallMsi install -> Risk.REVERSIBLE;
            case HostTask.ExtractDll extract -> Risk.ADDS;
            case HostTask.PlaceFile place -> Risk.ADDS;
            case HostTask.RenameFolder rename -> Risk.REVERSIBLE;
            case HostTask.DeleteFolder delete -> Risk.DESTROYS;
            case HostTask.CheckFile check -> Risk.READS;
        };
    }

    static Duration expected(HostTask task) {
        return switch (task) {
            case HostTask.CopyFolder copy -> COPY;
            case HostTask.ExportRegistry export -> Conduct.CALL;
            case HostTask.MergeRegistry merge -> Conduct.CALL;
            case HostTask.StopService stop -> STOP;
            case HostTask.StartService start -> STOP;
            case HostTask.RestartService restart -> ReopenStep.RESTART;
            case HostTask.SetStartType set -> Conduct.CALL;
            case HostTask.UninstallProgram uninstall -> INSTALL;
            case HostTask.InstallMsi install -> INSTALL;
            case HostTask.ExtractDll extract -> COPY;
            case HostTask.PlaceFile place -> COPY;
            case HostTask.RenameFolder rename -> Conduct.CALL;
            case HostTask.DeleteFolder delete -> Conduct.CALL;
            case HostTask.CheckFile check -> Conduct.CALL;
        };
    }

    static Undo.Because stays(HostTask task) {
        return switch (task) {
            case HostTask.CopyFolder copy -> Undo.Because.HOST_FILE_STAYS;
            case HostTask.ExportRegistry export -> Undo.Because.HOST_FILE_STAYS;
            case HostTask.MergeRegistry merge -> Undo.Because.REGISTRY_STAYS;
            case HostTask.StopService stop -> Undo.Because.ENGINE_IS_WANTED;
            case HostTask.StartService start -> Undo.Because.ENGINE_IS_WANTED;
            case HostTask.RestartService restart -> Undo.Because.ENGINE_IS_WANTED;
            case HostTask.SetStartType set -> Undo.Because.IS_BACK_OUT;
            case HostTask.UninstallProgram uninstall -> Undo.Because.FOLDER_GONE;
            case HostTask.InstallMsi install -> Undo.Because.HOST_FILE_STAYS;
            case HostTask.ExtractDll extract -> Undo.Because.HOST_FILE_STAYS;
            case HostTask.PlaceFile place -> Undo.Because.HOST_FILE_STAYS;
            case HostTask.RenameFolder rename -> Undo.Because.IS_BACK_OUT;
            case HostTask.DeleteFolder delete -> Undo.Because.FOLDER_GONE;
            case HostTask.CheckFile check -> Undo.Because.ONLY_READS;
        };
    }

    /** From here on SQL Server cannot be left until it has been started. */
    static boolean partsEngine(HostTask task) {
        return switch (task) {
            case HostTask.StopService stop -> true;
            case HostTask.SetStartType set -> false;
            case HostTask.CopyFolder copy -> false;
            case HostTask.ExportRegistry export -> false;
            case HostTask.MergeRegistry merge -> false;
            case HostTask.StartService start -> false;
            case HostTask.RestartService restart -> false;
            case HostTask.UninstallProgram uninstall -> false;
            case HostTask.InstallMsi install -> false;
            case HostTask.ExtractDll extract -> false;
            case HostTask.PlaceFile place -> false;
            case HostTask.RenameFolder rename -> false;
            case HostTask.DeleteFolder delete -> false;
            case HostTask.CheckFile check -> false;
        };
    }

    /** The file that it is about is seen with the service account's eyes, where it is asked for by name. */
    static boolean isSeenOnServer(HostTask task) {
        return placed(task).isPresent();
    }

    /** The DLL that lies on the host once this is done. */
    static Optional<DllPath> placed(HostTask task) {
        return switch (task) {
            case HostTask.ExtractDll extract -> Optional.of(extract.to());
            case HostTask.PlaceFile place -> Optional.of(place.to());
            case HostTask.CopyFolder copy -> Optional.empty();
            case HostTask.ExportRegistry export -> Optional.empty();
            case HostTask.MergeRegistry merge -> Optional.empty();
            case HostTask.StopService stop -> Optional.empty();
            case HostTask.StartService start -> Optional.empty();
            case HostTask.RestartService restart -> Optional.empty();
            case HostTask.SetStartType set -> Optional.empty();
            case HostTask.UninstallProgram uninstall -> Optional.empty();
            case HostTask.InstallMsi install -> Optional.empty();
            case HostTask.RenameFolder rename -> Optional.empty();
            case HostTask.DeleteFolder delete -> Optional.empty();
            case HostTask.CheckFile check -> Optional.empty();
        };
    }

    static boolean replacesConnector(HostTask task) {
        return switch (task) {
            case HostTask.UninstallProgram uninstall -> false;
            case HostTask.InstallMsi install -> true;
            case HostTask.RenameFolder rename -> true;
            case HostTask.CopyFolder copy -> false;
            case HostTask.ExportRegistry export -> false;
            case HostTask.MergeRegistry merge -> false;
            case HostTask.StopService stop -> false;
            case HostTask.StartService start -> false;
            case HostTask.RestartService restart -> false;
            case HostTask.SetStartType set -> false;
            case HostTask.ExtractDll extract -> false;
            case HostTask.PlaceFile place -> false;
            case HostTask.DeleteFolder delete -> false;
            case HostTask.CheckFile check -> false;
        };
    }

    /** Nothing relies on it. */
    static boolean onlyTidies(HostTask task) {
        return switch (task) {
            case HostTask.DeleteFolder delete -> true;
            case HostTask.CopyFolder copy -> false;
            case HostTask.ExportRegistry export -> false;
            case HostTask.MergeRegistry merge -> false;
            case HostTask.StopService stop -> false;
            case HostTask.StartService start -> false;
            case HostTask.RestartService restart -> false;
            case HostTask.SetStartType set -> false;
            case HostTask.UninstallProgram uninstall -> false;
            case HostTask.InstallMsi install -> false;
            case HostTask.ExtractDll extract -> false;
            case HostTask.PlaceFile place -> false;
            case HostTask.RenameFolder rename -> false;
            case HostTask.CheckFile check -> false;
        };
    }

    /** What stops the service that this starts. */
    static Optional<HostTask> stop(HostTask task) {
        return switch (task) {
            case HostTask.StartService start -> Optional.of(new HostTask.StopService(start.name(), start.limit()));
            case HostTask.RestartService restart -> Optional.empty();
            case HostTask.StopService stop -> Optional.empty();
            case HostTask.CopyFolder copy -> Optional.empty();
            case HostTask.ExportRegistry export -> Optional.empty();
            case HostTask.MergeRegistry merge -> Optional.empty();
            case HostTask.SetStartType set -> Optional.empty();
            case HostTask.UninstallProgram uninstall -> Optional.empty();
            case HostTask.InstallMsi install -> Optional.empty();
            case HostTask.ExtractDll extract -> Optional.empty();
            case HostTask.PlaceFile place -> Optional.empty();
            case HostTask.RenameFolder rename -> Optional.empty();
            case HostTask.DeleteFolder delete -> Optional.empty();
            case HostTask.CheckFile check -> Optional.empty();
        };
    }

    static boolean startsEngine(HostTask task) {
        return stop(task).isPresent() || (of(task) == Risk.INTERRUPTS && !partsEngine(task));
    }
}
