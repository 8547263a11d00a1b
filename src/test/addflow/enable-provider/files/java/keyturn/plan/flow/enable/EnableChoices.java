package keyturn.plan.flow.enable;

import keyturn.domain.DatabaseName;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;

/** Which provider is enabled. */
public record EnableChoices(ProviderName provider, Assurances assurances) implements Choices {

    @Override
    public Flow flow() {
        return new EnableFlow();
    }

    @Override
    public EnableChoices with(Assurances others) {
        return new EnableChoices(provider, others);
    }

    /** The provider is one for all databases. */
    @Override
    public EnableChoices only(DatabaseName database) {
        return this;
    }

    @Override
    public EnableSituation situation(Inspection inspection) {
        return EnableSituation.of(inspection, this);
    }
}
