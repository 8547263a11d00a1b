package keyturn.cli.flow;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.cli.Ended;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Confirmation;
import keyturn.plan.flow.SnapshotTests;
import picocli.CommandLine.Option;

/** What every flow is told in the same way: the provider, how databases are tested, what the DBA attests. */
public final class SharedOptions {

    @Option(names = "--provider", paramLabel = "NAME", descriptionKey = "help.plan.provider")
    Optional<String> provider = Optional.empty();

    @Option(names = "--confirm", paramLabel = "NAME", arity = "1..*", descriptionKey = "help.plan.confirm")
    List<String> confirm = List.of();

    @Option(names = "--test", paramLabel = "DB=HOW", arity = "1", descriptionKey = "help.plan.test")
    List<String> test = List.of();

    @Option(names = "--long-test", paramLabel = "PT1H", descriptionKey = "help.plan.longTest")
    Optional<String> longTest = Optional.empty();

    @Option(names = "--try-vault", descriptionKey = "help.plan.tryVault")
    boolean tryVault;

    /** Whether the keys are to be tried as SQL Server's application before anything is planned. */
    public boolean triesVault() {
        return tryVault;
    }

    /** None of them was given. */
    public boolean isEmpty() {
        return provider.isEmpty() && test.isEmpty() && confirm.isEmpty() && longTest.isEmpty();
    }

    /** @throws Ended if it cannot be the name of a provider */
    public Optional<ProviderName> provider() throws Ended {
        return GivenText.optional(provider, ProviderName::new);
    }

    /** Before anybody knows which databases there are: what is said of all of them is not in it yet. */
    public Assurances assurances() throws Ended {
        return new Assurances(GivenTests.of(test).named(), confirmed(confirm), longTest());
    }

    /** The same of a plan for these databases, with what is said of all of them. */
    public Assurances assurances(List<Database> databases, SnapshotTests snapshots) throws Ended {
        return assurances().testing(GivenTests.of(test).ofAll(databases, snapshots));
    }

    private Duration longTest() throws Ended {
        try {
            Duration given = longTest.map(Duration::parse).orElse(Assurances.USUAL_LONG_TEST);
            return new Assurances(Map.of(), Set.of(), given).longTest();
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw Ended.usage("choice.longTest", longTest.orElse(""));
        }
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
