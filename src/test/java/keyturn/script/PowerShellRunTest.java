package keyturn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.ProviderName;
import keyturn.inspect.Inspector;
import keyturn.plan.Estate;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.plan.flow.upgrade.UpgradeChoices;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.RequestLog;
import keyturn.script.act.SqlAct;
import keyturn.sql.RangeTargets;
import keyturn.sql.SqlConnector;
import keyturn.tools.PowerShell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the PowerShell tab shows is run by a real PowerShell: it sends the very batches that the T-SQL tab shows. */
final class PowerShellRunTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final DllPath NEW =
            new DllPath("C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault"
                    + "\\15.0.2000.440\\Microsoft.AzureKeyVaultService.EKM.dll");

    private final Path folder;

    PowerShellRunTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void powerShellSendsTheActsByteForByte() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Scripts scripts = planned(range);
            Files.writeString(
                    folder.resolve("steps.ps1"),
                    Stream.concat(
                                    Stream.of(Scripts.powershellHead()),
                                    scripts.steps().stream().map(Scripts.StepScript::powershell))
                            .collect(Collectors.joining("\n\n", "", "\n")));
            Path caller = Files.writeString(folder.resolve("run.ps1"), """
                    $secret = ConvertTo-SecureString $env:RANGE_PASSWORD -AsPlainText -Force
                    $who = New-Object System.Management.Automation.PSCredential('%s', $secret)
                    & "$PSScriptRoot/steps.ps1" -ServerInstance '127.0.0.1,%d' -Credential $who -TrustServerCertificate
                    """.formatted(range.user(), range.port()));
            var ended = PowerShell.ofAllTests().run(caller, folder, Map.of("RANGE_PASSWORD", range.password()), LIMIT);

            assertEquals(0, ended.exit(), ended.all());
            assertEquals(acts(scripts), sent(range), ended.all());
        }
    }

    private static Scripts planned(Range range) throws Exception {
        try (var session = new SqlConnector("1.2.3").open(RangeTargets.administrator(range))) {
            var choices = new UpgradeChoices(new ProviderName("AzureKeyVault_EKM"), NEW);
            var inspection = new Inspector(Clock.systemUTC()).inspect(session);
            var outcome = Planner.plan(
                    Estate.of(inspection), choices, Clock.systemUTC().instant());
            return Scripts.of(assertInstanceOf(PlanOutcome.Ready.class, outcome).plan());
        }
    }

    private static List<String> acts(Scripts scripts) {
        return scripts.steps().stream()
                .map(step -> assertInstanceOf(SqlAct.SqlBatch.class, step.act())
                        .text()
                        .masked())
                .toList();
    }

    private static List<String> sent(Range range) {
        return range.log().entries().stream()
                .filter(entry -> entry.program().equals("Keyturn/script/act"))
                .map(RequestLog.Entry::text)
                .toList();
    }
}
