package keyturn.plan.flow.upgrade;

import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;

/**
 * Give the provider another build of the connector: a newer one, or back a former one.
 *
 * @param dll that the catalog names afterwards
 * @param build that DLL's build, and who says so
 */
public record UpgradeChoices(
        Purpose purpose, ProviderName provider, DllPath dll, NewBuild build, Lane lane, Assurances assurances)
        implements Choices {

    /** Where the change leads. */
    public enum Purpose {
        UPGRADE,
        /** To a former build; other checks, the same steps. */
        ROLLBACK
    }

    /** To a newer build. */
    public UpgradeChoices(ProviderName provider, DllPath dll, NewBuild build, Lane lane, Assurances assurances) {
        this(Purpose.UPGRADE, provider, dll, build, lane, assurances);
    }

    /** In place, with the DLL in its folder and the restart in a window of its own. */
    public UpgradeChoices(ProviderName provider, DllPath dll, NewBuild build, Assurances assurances) {
        this(provider, dll, build, Lane.InPlace.FILE_THERE, assurances);
    }

    /** With the build that the folder's name says, tests as Keyturn chooses and nothing attested. */
    public UpgradeChoices(ProviderName provider, DllPath dll) {
        this(provider, dll, NewBuild.proposed(dll), Assurances.NONE);
    }

    @Override
    public Flow flow() {
        return switch (purpose) {
            case UPGRADE -> new UpgradeFlow();
            case ROLLBACK -> new RollbackFlow();
        };
    }

    @Override
    public UpgradeChoices with(Assurances others) {
        return new UpgradeChoices(purpose, provider, dll, build, lane, others);
    }

    /** The same, back to a former build. */
    public UpgradeChoices back() {
        return new UpgradeChoices(Purpose.ROLLBACK, provider, dll, build, lane, assurances);
    }

    /** The provider is one for all databases. */
    @Override
    public UpgradeChoices only(DatabaseName database) {
        return this;
    }

    @Override
    public UpgradeSituation situation(Inspection inspection) {
        return UpgradeSituation.of(inspection, this);
    }
}
