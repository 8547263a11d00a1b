package keyturn.cli.flow.enable;

import keyturn.cli.Ended;
import keyturn.cli.flow.FlowOptions;
import keyturn.cli.flow.Offered;
import keyturn.cli.flow.OnlyOne;
import keyturn.domain.ProviderName;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.enable.EnableChoices;
import keyturn.plan.flow.enable.EnableFlow;
import picocli.CommandLine.Command;

/** The provider, which all flows are told alike. */
@Command
public final class EnableOptions implements FlowOptions {

    @Override
    public FlowName name() {
        return EnableFlow.NAME;
    }

    @Override
    public boolean isEmpty() {
        return true;
    }

    @Override
    public void check() {}

    @Override
    public EnableChoices choices(Offered offered) throws Ended {
        ProviderName provider =
                offered.provider().isPresent() ? offered.provider().get() : OnlyOne.provider(offered.inspection());
        return new EnableChoices(provider, offered.assurances());
    }

    @Override
    public EnableChoices tour(Offered offered) throws Ended {
        return choices(offered);
    }
}
