package keyturn.plan.flow.roll;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.NodeName;
import keyturn.domain.OneLine;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.SecretName;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.fact.SeenSecrets;
import keyturn.plan.flow.TestSteps;
import keyturn.plan.flow.roll.RollChoices.NewSecret;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.ReopenStep;
import keyturn.plan.step.SecretStep;
import keyturn.plan.step.SpreadBound;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.TestStep.Phase;

/**
 * The steps in order: tests on the untouched state, the new secret and its trial before SQL Server is touched, the credentials,
 * the closed databases as canaries, the restart, and the tests that count.
 */
final class RollSteps {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final RollSituation situation;
    private final RollChoices choices;
    private final Instant now;
    private final NodeName node;
    private final ClientId application;
    private final RollVault vault;
    private final TestSteps tests;
    private final List<Step> steps = new ArrayList<>();

    /** @param now stands in the name of the secret: none is ever given twice */
    RollSteps(RollSituation situation, ClientId application, Instant now) {
        this.situation = situation;
        this.choices = situation.choices();
        this.now = now;
        this.node = situation.inspection().identity().node();
        this.application = application;
        this.vault = RollVault.of(situation);
        this.tests = new TestSteps(situation);
    }

    List<Step> all() {
        List<Database> open = situation.databases().open();
        if (choices.presentWorks()) {
            tests.add(steps, open, Phase.BEFORE);
        }
        boolean fresh = make(choices.secret());
        attempt(fresh, false);
        situation.chosenCredentials().forEach(this::replace);
        choices.closed().forEach(name -> steps.add(new ReopenStep.OpenDatabase(next(), node, name)));
        restart(open);
        return List.copyOf(steps);
    }

    /**
     * The way back: the old secret, or one more.
     *
     * @param altered credentials that may hold the new one
     */
    List<Step> back(List<Credential> altered) {
        boolean fresh = !choices.oldAtHand() && make(choices.secret());
        attempt(fresh, choices.oldAtHand());
        altered.forEach(row -> steps.add(new SecretStep.ReplaceSecret(
                next(),
                node,
                row.name(),
                row.identity(),
                application,
                SeenSecrets.written(situation.inspection(), row.name()),
                false,
                choices.oldAtHand())));
        steps.add(new ReopenStep.ReadStart(
                next(), node, altered.stream().map(Credential::name).toList(), choices.databases()));
        return List.copyOf(steps);
    }

    private StepId next() {
        return new StepId(steps.size() + 1);
    }

    /** @return the run itself has it made */
    private boolean make(NewSecret secret) {
        return switch (secret) {
            case NewSecret.Typed typed -> false;
            case NewSecret.ByDirectory made -> {
                boolean operator = vault.operatorAdds();
                steps.add(new DirectoryStep.AddAppSecret(
                        next(),
                        node,
                        application,
                        made.name().map(SecretName::value).orElseGet(this::secretName),
                        made.life().from(now),
                        operator));
                yield !operator;
            }
        };
    }

    /** As the directory lists it: whose it is, and since when; another one of the same second gets a number. */
    private String secretName() {
        String name =
                "Keyturn " + OneLine.shown(situation.inspection().identity().name()) + " " + STAMP.format(now);
        Set<String> taken = situation.inspection().facts().azure().stream()
                .flatMap(seen -> seen.application(application).stream())
                .flatMap(seen -> seen.value().stream())
                .flatMap(seen -> seen.secrets().stream())
                .flatMap(secret -> secret.name().stream())
                .collect(Collectors.toSet());
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? name : name + " " + number)
                .filter(each -> !taken.contains(each))
                .findFirst()
                .orElseThrow();
    }

    private void attempt(boolean fresh, boolean old) {
        int times = fresh ? SpreadBound.IN_A_ROW : 1;
        vault.tried()
                .forEach(one -> steps.add(
                        new SecretStep.TrySecret(next(), node, one.vault(), one.key(), application, times, old)));
    }

    private void replace(Credential row) {
        Optional<LocalDateTime> since = SeenSecrets.written(situation.inspection(), row.name());
        steps.add(new SecretStep.ReplaceSecret(
                next(), node, row.name(), row.identity(), application, since, choices.oldAtHand(), false));
    }

    /** Without a restart a test would use what the engine holds from before, and show nothing of the new secret. */
    private void restart(List<Database> open) {
        List<CredentialName> names = choices.credentials();
        List<DatabaseName> databases = Stream.concat(open.stream().map(Database::name), choices.closed().stream())
                .toList();
        if (choices.restartsNow()) {
            steps.add(new ReopenStep.AwaitRestart(next(), node, names, databases));
            tests.add(steps, open, Phase.AFTER);
            tests.add(steps, situation.closedDatabases(), Phase.AFTER);
        } else {
            steps.add(new ReopenStep.ReadStart(next(), node, names, databases));
        }
    }
}
