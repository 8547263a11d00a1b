package keyturn.plan.flow.rename;

import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;

/** Which login of a key gets which name. */
public record RenameChoices(ProviderName provider, LoginName from, LoginName to, Assurances assurances)
        implements Choices {

    @Override
    public Flow flow() {
        return new RenameFlow();
    }

    @Override
    public RenameChoices with(Assurances others) {
        return new RenameChoices(provider, from, to, others);
    }

    /** The name is one for all databases. */
    @Override
    public RenameChoices only(DatabaseName database) {
        return this;
    }

    @Override
    public RenameSituation situation(Inspection inspection) {
        return RenameSituation.of(inspection, this);
    }

    /** What leads back. */
    RenameChoices back() {
        return new RenameChoices(provider, to, from, assurances);
    }
}
