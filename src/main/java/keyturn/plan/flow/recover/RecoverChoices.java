package keyturn.plan.flow.recover;

import java.util.List;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultHome;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;

/**
 * Bring back a lost vault, or keys that its vault has lost.
 *
 * @param lost the vault that credentials name
 * @param into the vault that SQL Server is to use: the lost one, or another
 * @param home where that vault is created if it is not there; empty: it is there, or is recovered
 * @param copies backups, one of each key; none where a deleted vault comes back with its keys
 * @param engine the application that SQL Server signs in as; empty where nobody has said it, and no plan is made then
 * @param secretAtHand whoever runs the plan can type that application's secret
 * @param restartNow SQL Server is restarted while the plan runs, where its credentials name another vault then
 */
public record RecoverChoices(
        ProviderName provider,
        VaultAddress lost,
        VaultAddress into,
        Optional<VaultHome> home,
        List<KeyCopy> copies,
        Optional<ClientId> engine,
        boolean secretAtHand,
        boolean restartNow,
        Assurances assurances)
        implements Choices {

    public RecoverChoices {
        copies = List.copyOf(copies);
    }

    @Override
    public Flow flow() {
        return new RecoverFlow();
    }

    @Override
    public RecoverChoices with(Assurances others) {
        return new RecoverChoices(provider, lost, into, home, copies, engine, secretAtHand, restartNow, others);
    }

    /** Databases are not chosen one by one. */
    @Override
    public RecoverChoices only(DatabaseName database) {
        return this;
    }

    @Override
    public Optional<ClientId> application() {
        return engine;
    }

    /** The vault has another name than before: credentials must name it, and SQL Server must be restarted. */
    boolean isRenamed() {
        return !into.equals(lost);
    }

    @Override
    public RecoverSituation situation(Inspection inspection) {
        return RecoverSituation.of(inspection, this);
    }
}
