package keyturn.ui.wizard;

import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.Target;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Inspection;

/** Tries the keys that protect databases at the vault, as SQL Server's application. Waits: to be called in the background. */
@FunctionalInterface
public interface TryVault {

    /** @return the same inspection, with what the trials have shown */
    Inspection at(Target target, Inspection seen, ClientId application, Secret secret) throws Problem.Raised;
}
