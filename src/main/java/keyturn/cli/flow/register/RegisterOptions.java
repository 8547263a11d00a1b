package keyturn.cli.flow.register;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.cli.Ended;
import keyturn.cli.flow.FlowOptions;
import keyturn.cli.flow.Offered;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.register.RegisterChoices;
import keyturn.plan.flow.register.RegisterFlow;
import picocli.CommandLine.Option;

/** What {@code keyturn plan register-key} is told besides its target. */
public final class RegisterOptions implements FlowOptions {

    /** What the error log of the practice world names: the same each time. */
    private static final String OF_PRACTICE = "0x240186F2E453AE686BE0B5B68479B9A6978E2E44";

    @Option(
            names = "--vault-key",
            paramLabel = "NAME[/VERSION]|URI",
            descriptionKey = "flow.register-key.help.vaultKey")
    Optional<String> vaultKey = Optional.empty();

    @Option(names = "--thumbprint", paramLabel = "0xHEX", descriptionKey = "flow.register-key.help.thumbprint")
    Optional<String> thumbprint = Optional.empty();

    @Option(names = "--identity", paramLabel = "VAULT", descriptionKey = "flow.register-key.help.identity")
    Optional<String> identity = Optional.empty();

    @Option(names = "--asymmetric-key", paramLabel = "NAME", descriptionKey = "flow.register-key.help.asymmetricKey")
    Optional<String> asymmetricKey = Optional.empty();

    @Option(names = "--login", paramLabel = "NAME", descriptionKey = "flow.register-key.help.login")
    Optional<String> login = Optional.empty();

    @Option(names = "--credential", paramLabel = "NAME", descriptionKey = "flow.register-key.help.credential")
    Optional<String> credential = Optional.empty();

    @Option(
            names = "--credential-client",
            paramLabel = "CLIENT-ID",
            descriptionKey = "flow.register-key.help.application")
    Optional<String> application = Optional.empty();

    @Option(names = "--open", paramLabel = "NAME", arity = "1..*", descriptionKey = "flow.register-key.help.open")
    List<String> open = List.of();

    @Override
    public FlowName name() {
        return RegisterFlow.NAME;
    }

    @Override
    public boolean isEmpty() {
        return Stream.of(vaultKey, thumbprint, identity, asymmetricKey, login, credential, application)
                        .allMatch(Optional::isEmpty)
                && open.isEmpty();
    }

    @Override
    public void check() throws Ended {
        new RegisterChoice(this).check();
    }

    @Override
    public RegisterChoices choices(Offered offered) throws Ended {
        return new RegisterChoice(this).of(offered);
    }

    @Override
    public String tourScenario() {
        return "key-dropped";
    }

    /** The key that was dropped, for the database that waits for it. */
    @Override
    public RegisterChoices tour(Offered offered) throws Ended {
        var told = new RegisterOptions();
        told.thumbprint = Optional.of(OF_PRACTICE);
        told.open = List.of("Payroll");
        return told.choices(offered);
    }
}
