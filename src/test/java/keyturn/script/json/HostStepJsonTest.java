package keyturn.script.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.NodeName;
import keyturn.domain.host.FileHash;
import keyturn.domain.host.HostPath;
import keyturn.domain.host.ProductCode;
import keyturn.domain.host.ServiceName;
import keyturn.domain.host.StartType;
import keyturn.plan.step.HostStep;
import keyturn.plan.step.HostTask;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.script.act.HostParameters;
import keyturn.script.act.HostScript;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The work on a host in a saved plan, and the line that its script is told. */
@BesideOthers
final class HostStepJsonTest {

    private static final HostPath FOLDER = new HostPath("C:\\Program Files\\Müller's connector");
    private static final DllPath DLL = new DllPath(FOLDER.value() + "\\Microsoft.AzureKeyVaultService.EKM.dll");
    private static final Optional<FileHash> HASH = Optional.of(new FileHash("AB".repeat(32)));
    private static final ServiceName SERVICE = new ServiceName("MSSQL$SALES");
    private static final HostPath LOG = new HostPath("C:\\Windows\\Temp\\keyturn.log");

    static Stream<HostTask> tasks() {
        return Stream.of(
                new HostTask.CopyFolder(FOLDER, FOLDER.with(" copy")),
                new HostTask.ExportRegistry(LOG),
                new HostTask.MergeRegistry(LOG),
                new HostTask.StopService(SERVICE, Duration.ofMinutes(10)),
                new HostTask.StartService(SERVICE, List.of(new ServiceName("SQLAgent$SALES")), Duration.ofMinutes(10)),
                new HostTask.RestartService(SERVICE, Duration.ofMinutes(10)),
                new HostTask.SetStartType(SERVICE, StartType.DISABLED),
                new HostTask.UninstallProgram(new ProductCode("{6F2C1A3B-1111-2222-3333-444455556666}"), LOG),
                new HostTask.InstallMsi(FOLDER.in("setup.msi"), HASH, LOG),
                new HostTask.ExtractDll(FOLDER.in("setup.msi"), Optional.empty(), DLL),
                new HostTask.PlaceFile(FOLDER.in("brought.dll"), DLL, HASH),
                new HostTask.RenameFolder(FOLDER, FOLDER.with(".old")),
                new HostTask.DeleteFolder(FOLDER.with(".old"), List.of(HASH.orElseThrow())),
                new HostTask.CheckFile(
                        DLL, Optional.of(FileVersion.parse("15.0.2000.440")), HASH, Optional.of("NT Service\\MSSQL")));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void workOnAHostIsReadAsItWasWritten(HostTask task) {
        Step step = new HostStep.Perform(new StepId(3), new NodeName("SQL01"), task, Optional.of(task), true, true);

        assertEquals(step, TypedStepJson.read(new Fields(TypedStepJson.write(step), "step")));
    }

    @Test
    void aStartIsReadAsItWasWritten() {
        Step step = new HostStep.StartEngine(
                new StepId(3),
                new NodeName("SQL01"),
                new HostTask.RestartService(SERVICE, Duration.ofMinutes(10)),
                LocalDateTime.parse("2026-11-27T05:08:12.123"),
                List.of(new DatabaseName("Sales")),
                false,
                false);

        assertEquals(step, TypedStepJson.read(new Fields(TypedStepJson.write(step), "step")));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aScriptIsToldOneLineOfAscii(HostTask task) {
        String line = HostParameters.line(task);

        assertTrue(line.chars().allMatch(c -> c >= ' ' && c < 127), line);
        assertEquals(task, HostParameters.read(HostParameters.script(task), line));
    }

    @Test
    void everyScriptHasWorkThatItDoes() {
        assertEquals(
                List.of(HostScript.values()),
                tasks().map(HostParameters::script).distinct().sorted().toList());
    }
}
