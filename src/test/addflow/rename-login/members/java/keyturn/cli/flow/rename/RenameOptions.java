package keyturn.cli.flow.rename;

import java.util.List;
import java.util.Optional;
import keyturn.cli.Ended;
import keyturn.cli.flow.FlowOptions;
import keyturn.cli.flow.GivenText;
import keyturn.cli.flow.Offered;
import keyturn.cli.flow.OnlyOne;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.rename.RenameChoices;
import keyturn.plan.flow.rename.RenameFlow;
import picocli.CommandLine.Option;

/** Which login gets which name: the login as told, else where the inspection offers exactly one. */
public final class RenameOptions implements FlowOptions {

    @Option(names = "--login", paramLabel = "NAME", descriptionKey = "flow.rename-login.help.login")
    Optional<String> login = Optional.empty();

    @Option(names = "--new-name", paramLabel = "NAME", descriptionKey = "flow.rename-login.help.newName")
    Optional<String> newName = Optional.empty();

    @Override
    public FlowName name() {
        return RenameFlow.NAME;
    }

    @Override
    public boolean isEmpty() {
        return login.isEmpty() && newName.isEmpty();
    }

    @Override
    public void check() throws Ended {
        GivenText.optional(login, LoginName::new);
        if (GivenText.optional(newName, LoginName::new).isEmpty()) {
            throw Ended.usage(RenameFlow.NAME, "newName.missing");
        }
    }

    @Override
    public RenameChoices choices(Offered offered) throws Ended {
        Inspection seen = offered.inspection();
        ProviderName provider =
                offered.provider().isPresent() ? offered.provider().get() : OnlyOne.provider(seen);
        Optional<LoginName> told = GivenText.optional(login, LoginName::new);
        LoginName from = told.isPresent() ? told.get() : only(seen);
        return new RenameChoices(
                provider,
                from,
                GivenText.value(newName.orElse(from + "_renamed"), LoginName::new),
                offered.assurances());
    }

    private static LoginName only(Inspection seen) throws Ended {
        List<KeyLogin> logins = seen.facts().keyLogins().value().orElse(List.of());
        if (logins.size() != 1) {
            throw Ended.usage(RenameFlow.NAME, "login.several", logins.size());
        }
        return logins.getFirst().name();
    }

    @Override
    public RenameChoices tour(Offered offered) throws Ended {
        return new RenameOptions().choices(offered);
    }
}
