package keyturn.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import keyturn.domain.AzureDoors;
import keyturn.domain.AzureSignIn;
import keyturn.domain.Secret;
import keyturn.domain.Target;
import keyturn.plan.Choices;
import keyturn.plan.Plan;
import keyturn.run.Secrets;
import keyturn.script.Act;
import keyturn.script.Scripts;
import picocli.CommandLine.Option;

/** The secret of an application that a plan's credentials need: from a file, that of the sign-in, or asked for. */
final class SecretOption {

    @Option(names = "--credential-secret-file", paramLabel = "FILE", descriptionKey = "help.credentialSecretFile")
    Optional<Path> file = Optional.empty();

    /** Asked for at once, so that nobody is asked in the middle of a run. */
    Secrets secrets(Plan plan, Scripts scripts, Target target, Terminal terminal) throws Ended {
        Set<Integer> needed = new TreeSet<>();
        scripts.steps().forEach(step -> needed.addAll(slots(step.act())));
        if (needed.isEmpty()) {
            return Secrets.NONE;
        }
        Secret secret = secret(ownSecret(plan, target), terminal);
        return number -> Optional.of(secret);
    }

    private Secret secret(Optional<Secret> own, Terminal terminal) throws Ended {
        if (file.isPresent()) {
            return PasswordFile.read(file.get());
        }
        if (own.isPresent()) {
            return own.get();
        }
        char[] typed =
                terminal.prompt().password(Page.say("cli.secret.ask")).orElseThrow(() -> Ended.usage("secret.nobody"));
        try {
            return Secret.of(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    /** Whoever signs in to the vault as the very application of the plan has handed in its secret already. */
    private static Optional<Secret> ownSecret(Plan plan, Target target) {
        return target.azure()
                .map(AzureDoors::signIn)
                .filter(AzureSignIn.ClientSecret.class::isInstance)
                .map(AzureSignIn.ClientSecret.class::cast)
                .filter(own -> plan.choices() instanceof Choices.RotateKey rotate
                        && rotate.application().equals(own.client()))
                .map(AzureSignIn.ClientSecret::secret);
    }

    private static Set<Integer> slots(Act act) {
        return act.slots();
    }
}
