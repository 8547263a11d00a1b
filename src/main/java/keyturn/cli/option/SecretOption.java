package keyturn.cli.option;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.Terminal;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSignIn;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.SecretForm;
import keyturn.plan.Plan;
import keyturn.run.step.RunSecrets;
import keyturn.run.step.SecretNeed;
import picocli.CommandLine.Option;

/** The secret of an application that a plan's credentials need: from a file, that of the sign-in, or asked for. */
public final class SecretOption {

    @Option(names = "--credential-secret-file", paramLabel = "FILE", descriptionKey = "help.credentialSecretFile")
    Optional<Path> file = Optional.empty();

    /** Asked for at once, so that nobody is asked in the middle of a run. */
    public RunSecrets secrets(Plan plan, SecretNeed need, Target target, Terminal terminal) throws Ended {
        return switch (need) {
            case NONE -> RunSecrets.NONE;
            case MADE -> {
                if (file.isPresent()) {
                    throw Ended.usage("secret.made");
                }
                yield RunSecrets.NONE;
            }
            case PERHAPS ->
                checked(plan, perhaps(terminal)).map(RunSecrets::own).orElse(RunSecrets.NONE);
            case HANDED -> {
                // Of the sign-in a copy: it goes on to sign in when the run has no use for its secret any more.
                Optional<Secret> own = ownSecret(plan, target).filter(signIn -> file.isEmpty());
                Secret secret = own.isPresent() ? own.get().copy() : secret(Optional.empty(), terminal);
                yield checked(plan, Optional.of(secret)).map(RunSecrets::own).orElse(RunSecrets.NONE);
            }
        };
    }

    /** What can be no secret is refused before anything is sent. */
    private static Optional<Secret> checked(Plan plan, Optional<Secret> secret) throws Ended {
        Optional<Problem> wrong = SecretNeed.application(plan)
                .flatMap(application -> secret.flatMap(one -> SecretForm.problem(application, one)));
        if (wrong.isPresent()) {
            secret.ifPresent(Secret::close);
            throw new Ended(Exit.USAGE, wrong.get());
        }
        return secret;
    }

    /** For a trial as this application, before anything is planned. */
    public Secret forTrial(ClientId application, Target target, Terminal terminal) throws Ended {
        Optional<Secret> own = target.azure()
                .map(AzureDoors::signIn)
                .filter(AzureSignIn.ClientSecret.class::isInstance)
                .map(AzureSignIn.ClientSecret.class::cast)
                .filter(signIn -> signIn.client().equals(application))
                .map(AzureSignIn.ClientSecret::secret);
        return secret(own, terminal);
    }

    /** Nobody there, or nothing typed: then there is none yet. */
    private Optional<Secret> perhaps(Terminal terminal) throws Ended {
        if (file.isPresent()) {
            return Optional.of(PasswordFile.read(file.get()));
        }
        return terminal.prompt()
                .password(TerminalPage.say("cli.secret.perhaps"))
                .filter(typed -> typed.length > 0)
                .map(SecretOption::taken);
    }

    private Secret secret(Optional<Secret> own, Terminal terminal) throws Ended {
        if (file.isPresent()) {
            return PasswordFile.read(file.get());
        }
        if (own.isPresent()) {
            return own.get();
        }
        return taken(terminal.prompt()
                .password(TerminalPage.say("cli.secret.ask"))
                .orElseThrow(() -> Ended.usage("secret.nobody")));
    }

    private static Secret taken(char[] typed) {
        try {
            return Secret.of(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    /**
     * Anyone who signs in to the vault as the very application of the plan has handed in its secret already; not where the plan
     * is to have a further one.
     */
    private static Optional<Secret> ownSecret(Plan plan, Target target) {
        return target.azure()
                .map(AzureDoors::signIn)
                .filter(AzureSignIn.ClientSecret.class::isInstance)
                .map(AzureSignIn.ClientSecret.class::cast)
                .filter(own -> SecretNeed.signInMayServe(plan)
                        .filter(own.client()::equals)
                        .isPresent())
                .map(AzureSignIn.ClientSecret::secret);
    }
}
