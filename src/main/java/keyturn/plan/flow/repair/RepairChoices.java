package keyturn.plan.flow.repair;

import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;

/**
 * Register the provider's DLL again.
 *
 * @param dll that the catalog names afterwards: mostly the one that it names now
 * @param build of that DLL; empty: nobody knows it
 */
public record RepairChoices(
        ProviderName provider, DllPath dll, Optional<FileVersion> build, Restart restart, Assurances assurances)
        implements Choices {

    /** Who restarts SQL Server, and when. */
    public enum Restart {
        /** A step of the plan. */
        BY_PLAN,
        /** An operator, as a step of the plan: Keyturn has no way to the host. */
        BY_OPERATOR,
        /** Nobody while the plan runs: databases that did not open stay closed until then. */
        LATER
    }

    @Override
    public Flow flow() {
        return new RepairFlow();
    }

    @Override
    public RepairChoices with(Assurances others) {
        return new RepairChoices(provider, dll, build, restart, others);
    }

    /** The provider is one for all databases. */
    @Override
    public RepairChoices only(DatabaseName database) {
        return this;
    }

    @Override
    public RepairSituation situation(Inspection inspection) {
        return RepairSituation.of(inspection, this);
    }

    boolean restarts() {
        return switch (restart) {
            case BY_PLAN, BY_OPERATOR -> true;
            case LATER -> false;
        };
    }
}
