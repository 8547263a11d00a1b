package keyturn.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Estate;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.rotate.RotateChoices;
import keyturn.plan.flow.upgrade.UpgradeChoices;

/** What is run and killed: in these scenarios every step sends its act. */
enum KilledJob {
    UPGRADE("healthy", "PENDING RESTART"),

    /** Of two databases, so that there is something between them. */
    ROTATION("healthy", "RECOVERY STILL NEEDS");

    private static final DllPath NEW =
            new DllPath("C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault"
                    + "\\15.0.2000.440\\Microsoft.AzureKeyVaultService.EKM.dll");
    private static final ProviderName PROVIDER = new ProviderName("AzureKeyVault_EKM");

    final String scenario;
    /** Stands in the verdict of a run that came to its end. */
    final String verdict;

    KilledJob(String scenario, String verdict) {
        this.scenario = scenario;
        this.verdict = verdict;
    }

    PlanOutcome planned(Inspection seen) {
        return Planner.plan(Estate.of(seen), choices(), Instant.now());
    }

    private Choices choices() {
        return switch (this) {
            case UPGRADE -> new UpgradeChoices(PROVIDER, NEW);
            case ROTATION ->
                RotateChoices.of(
                        PROVIDER,
                        new AsymmetricKeyName("TDE_Key_2024"),
                        new RotateChoices.NewKey(
                                KeyReference.parse("tde-key-2026"),
                                Optional.empty(),
                                new RotateChoices.NewNames(
                                        new AsymmetricKeyName("NEW_KEY"),
                                        new LoginName("NEW_LOGIN"),
                                        new CredentialName("NEW_CRED")),
                                new ClientId("00000000-7072-6163-7469-636500000001")),
                        List.of(new DatabaseName("Sales"), new DatabaseName("Ledger")));
        };
    }
}
