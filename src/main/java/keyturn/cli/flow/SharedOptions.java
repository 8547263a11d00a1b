package keyturn.cli.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.cli.Ended;
import keyturn.domain.DatabaseName;
import keyturn.domain.ProviderName;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Confirmation;
import keyturn.plan.flow.TestChoice;
import picocli.CommandLine.Option;

/** What every flow is told in the same way: the provider, how databases are tested, what the DBA attests. */
public final class SharedOptions {

    @Option(names = "--provider", paramLabel = "NAME", descriptionKey = "help.plan.provider")
    Optional<String> provider = Optional.empty();

    @Option(names = "--confirm", paramLabel = "NAME", arity = "1..*", descriptionKey = "help.plan.confirm")
    List<String> confirm = List.of();

    @Option(names = "--test", paramLabel = "DB=HOW", arity = "1", descriptionKey = "help.plan.test")
    List<String> test = List.of();

    @Option(names = "--try-vault", descriptionKey = "help.plan.tryVault")
    boolean tryVault;

    /** Whether the keys are to be tried as SQL Server's application before anything is planned. */
    public boolean triesVault() {
        return tryVault;
    }

    /** None of them was given. */
    public boolean isEmpty() {
        return provider.isEmpty() && test.isEmpty() && confirm.isEmpty();
    }

    /** @throws Ended if it cannot be the name of a provider */
    public Optional<ProviderName> provider() throws Ended {
        return GivenText.optional(provider, ProviderName::new);
    }

    public Assurances assurances() throws Ended {
        return new Assurances(tests(test), confirmed(confirm));
    }

    /** The last equals sign parts name and choice: a name may hold one. */
    private static Map<DatabaseName, TestChoice> tests(List<String> given) throws Ended {
        Map<DatabaseName, TestChoice> tests = new HashMap<>();
        for (String text : given) {
            int equals = text.lastIndexOf('=');
            try {
                tests.put(
                        new DatabaseName(text.substring(0, Math.max(0, equals))),
                        TestChoice.valueOf(text.substring(equals + 1).toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException wrong) {
                throw Ended.usage("choice.test", text);
            }
        }
        return tests;
    }

    private static Set<Confirmation> confirmed(List<String> given) throws Ended {
        Set<Confirmation> confirmed = new HashSet<>();
        for (String text : given) {
            try {
                confirmed.add(Confirmation.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')));
            } catch (IllegalArgumentException unknown) {
                throw Ended.usage("choice.confirm", text);
            }
        }
        return confirmed;
    }
}
