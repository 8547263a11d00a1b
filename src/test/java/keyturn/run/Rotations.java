package keyturn.run;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.Secret;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.plan.flow.rotate.RotateChoices;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification;
import keyturn.run.resume.Found;
import keyturn.run.resume.Offer;
import keyturn.run.resume.Resume;
import keyturn.run.step.Decider;
import keyturn.run.step.RunSecrets;
import keyturn.script.ApprovedPlan;

/** Rotations of one range, with everything real between here and there. */
final class Rotations {

    static final String SECRET = "practice~NotASecret.OfAnybody-0123456789";

    private Rotations() {}

    static ApprovedPlan approved(Upgrades world, String... databases) throws Problem.Raised {
        return List.of(databases).contains("no-such-key")
                ? Upgrades.approved(
                        plan(world, "no-such-key", List.of(databases).subList(1, databases.length)))
                : Upgrades.approved(plan(world, "tde-key-2026", List.of(databases)));
    }

    static Plan plan(Upgrades world, String key, List<String> databases) throws Problem.Raised {
        var choices = RotateChoices.of(
                new ProviderName("AzureKeyVault_EKM"),
                new AsymmetricKeyName("TDE_Key_2024"),
                new RotateChoices.NewKey(
                        KeyReference.parse(key),
                        Optional.empty(),
                        new RotateChoices.NewNames(
                                new AsymmetricKeyName("NEW_KEY"),
                                new LoginName("NEW_LOGIN"),
                                new CredentialName("NEW_CRED")),
                        new ClientId("00000000-7072-6163-7469-636500000001")),
                databases.stream().map(DatabaseName::new).toList());
        var outcome = Planner.plan(Estate.of(world.look()), choices, Upgrades.CLOCK.instant());
        return assertInstanceOf(PlanOutcome.Ready.class, outcome, outcome.toString())
                .plan();
    }

    static RunResult run(Upgrades world, ApprovedPlan plan) throws Problem.Raised {
        return world.runner.run(plan, world.target, world.runs, setting(world));
    }

    static RunSetting setting(Upgrades world) {
        return new RunSetting(Optional.empty(), world.events::add, Decider.STOPS, () -> false, secrets());
    }

    static RunSecrets secrets() {
        return number -> Optional.of(Secret.of(SECRET.toCharArray()));
    }

    /** An operator's job backs the log up once the run waits. */
    static RunSetting waiting(Upgrades world) {
        RunListener job = event -> {
            world.events.add(event);
            if (event instanceof RunEvent.Waiting) {
                try {
                    world.meddle("BACKUP LOG Sales TO DISK = N'job.trn'");
                } catch (java.sql.SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            }
        };
        return new RunSetting(Optional.empty(), job, Decider.STOPS, () -> false, secrets());
    }

    static ApprovedPlan back(Upgrades world, Path run) throws Problem.Raised {
        Found found = world.resume.look(run, world.target);
        Plan plan = found.offers().stream()
                .filter(Offer.BackOut.class::isInstance)
                .map(offer -> ((Offer.BackOut) offer).plan())
                .findFirst()
                .orElseThrow(() -> new AssertionError(found.offers()));
        Resume.write(found.run(), plan);
        return Upgrades.approved(plan);
    }

    /** Of the four databases by name, by what each is wrapped. */
    static List<String> protectors(Upgrades world) throws Problem.Raised {
        Inspection seen = world.look();
        return Stream.of("Sales", "Ledger", "Payroll", "Archive")
                .map(name -> seen.facts().databases().value().orElseThrow().stream()
                        .filter(row -> row.name().value().equals(name))
                        .findFirst()
                        .flatMap(row -> row.key().value().orElseThrow())
                        .filter(dek -> key(seen, "NEW_KEY")
                                .filter(key -> key.thumbprint().equals(dek.thumbprint()))
                                .isPresent())
                        .map(dek -> "NEW_KEY")
                        .orElse("OLD"))
                .toList();
    }

    static Optional<Inspection.AsymmetricKey> key(Inspection seen, String name) {
        return seen.facts().asymmetricKeys().value().orElseThrow().stream()
                .filter(key -> key.name().value().equals(name))
                .findFirst();
    }

    static Step step(Plan plan, keyturn.plan.step.StepId id) {
        return plan.steps().get(id.number() - 1);
    }

    static String backUp(String database) {
        return "BACKUP LOG [" + database + "] TO DISK = N'x.trn'; BACKUP DATABASE [" + database
                + "] TO DISK = N'x.bak';";
    }

    static List<String> acts(ApprovedPlan plan) {
        return plan.scripts().steps().stream()
                .map(script -> script.act().shownAsTSql())
                .toList();
    }

    /** The log masks what follows SECRET. */
    static List<String> masked(List<String> acts) {
        return acts.stream()
                .map(act -> act.replaceAll("SECRET = N?'[^']*'", "SECRET = ?"))
                .toList();
    }

    static void assertNoSecret(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertTrue(!Files.readString(file).contains("NotASecret"), file.toString());
            }
        }
    }

    static String told(RunResult.Completed done) {
        Verification verification = done.verification();
        return verification.verdicts() + "\n" + verification.notes();
    }
}
