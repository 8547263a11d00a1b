package keyturn.plan.flow.upgrade;

import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;

/**
 * Upgrade the connector.
 *
 * @param dll that the catalog names afterwards
 * @param build the new DLL's build, and who says so
 */
public record UpgradeChoices(ProviderName provider, DllPath dll, NewBuild build, Lane lane, Assurances assurances)
        implements Choices {

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
        return new UpgradeFlow();
    }

    @Override
    public UpgradeChoices with(Assurances others) {
        return new UpgradeChoices(provider, dll, build, lane, others);
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
