package keyturn.plan.flow.recover;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.NodeName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.KeyManifest.KeptVersion;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.flow.TestSteps;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.RebuildStep;
import keyturn.plan.step.RecoveryStep;
import keyturn.plan.step.ReopenStep;
import keyturn.plan.step.ScratchDatabase;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.TestStep.Phase;
import keyturn.plan.step.VaultStep;

/**
 * The steps in order: the vault, its keys, rights and a trial as SQL Server's application, all before SQL Server is touched; then the
 * engine opens each key in a scratch database, before any outage; only then credentials, the restart where one is needed, and tests.
 */
final class RecoverSteps {

    private final RecoverSituation situation;
    private final RecoverChoices choices;
    private final NodeName node;
    private final ClientId engine;
    private final VaultAddress into;
    private final TestSteps tests;
    private final List<Step> steps = new ArrayList<>();

    RecoverSteps(RecoverSituation situation, ClientId engine) {
        this.situation = situation;
        this.choices = situation.choices();
        this.node = situation.inspection().identity().node();
        this.engine = engine;
        this.into = choices.into();
        this.tests = new TestSteps(situation);
    }

    List<Step> all() {
        vault();
        situation.restored().forEach(this::restore);
        if (!situation.holdsRights()) {
            steps.add(new RebuildStep.GrantKeyRights(next(), node, into, Optional.of(engine), noManager()));
        }
        tried().forEach(key -> steps.add(new VaultStep.TryVaultKey(next(), node, into, key, engine, 1)));
        throughEngine();
        if (choices.isRenamed()) {
            point();
        } else {
            situation.closed().forEach(row -> steps.add(new ReopenStep.OpenDatabase(next(), node, row.name())));
            testAll();
        }
        return List.copyOf(steps);
    }

    private StepId next() {
        return new StepId(steps.size() + 1);
    }

    /** A target without a door to the resource manager: somebody who may does it, and the run watches. */
    private boolean noManager() {
        return into.cloud().manager().isEmpty();
    }

    private void vault() {
        if (situation.isDeleted()) {
            steps.add(new RebuildStep.RecoverVault(next(), node, into, noManager()));
        }
        if (situation.isCreated()) {
            choices.home()
                    .ifPresent(home -> steps.add(new RebuildStep.CreateVault(next(), node, into, home, noManager())));
            steps.add(new RebuildStep.GrantKeyRights(next(), node, into, Optional.empty(), noManager()));
        }
    }

    /** What this sign-in is known not to be allowed, somebody else does. */
    private void restore(KeyCopy copy) {
        boolean deleted = situation.isDeleted(copy);
        boolean operator = situation
                .sight()
                .flatMap(vault ->
                        vault.may(deleted ? KeyRight.RECOVER : KeyRight.RESTORE).value())
                .filter(held -> !held)
                .isPresent();
        steps.add(
                deleted
                        ? new RecoveryStep.RecoverKey(next(), node, into, copy, operator)
                        : new RecoveryStep.RestoreKey(next(), node, into, copy, operator, false));
    }

    /** Each enabled version that is restored, and each that a database needs. */
    private Set<KeyReference> tried() {
        Set<KeyReference> keys = new LinkedHashSet<>();
        situation.restored().stream()
                .flatMap(copy -> copy.versions().stream()
                        .filter(KeptVersion::enabled)
                        .map(version -> new KeyReference(copy.name(), Optional.of(version.id()))))
                .forEach(keys::add);
        situation.needed().stream().flatMap(need -> need.version().stream()).forEach(keys::add);
        return keys;
    }

    /** Opened as the login that runs the plan, whose credential must name this vault. */
    private void throughEngine() {
        Optional<OffsetDateTime> clock =
                situation.inspection().facts().around().underway().clock().value();
        List<RecoverSituation.Needed> known = situation.needed().stream()
                .filter(need -> need.named().isPresent())
                .toList();
        if (known.isEmpty() || clock.isEmpty()) {
            return;
        }
        if (choices.isRenamed()) {
            steps.add(new RebuildStep.ClearRegistry(next(), node, choices.lost()));
        }
        Optional<LoginName> borrower = situation.callerLogin().filter(login -> isLent());
        borrower.ifPresent(this::lend);
        known.forEach(need -> steps.add(new RebuildStep.OpenInScratch(
                next(),
                node,
                ScratchDatabase.of(clock.get(), next()),
                need.key().name(),
                need.key().thumbprint(),
                choices.provider(),
                need.named().orElseThrow())));
        borrower.ifPresent(this::takeBack);
    }

    /** The caller has no credential of the provider, or one that names the old vault. */
    private boolean isLent() {
        return situation.callers().isEmpty() || choices.isRenamed();
    }

    private void lend(LoginName login) {
        CredentialName lent = RecoverSituation.TEMPORARY;
        steps.add(new CredentialStep.CreateCredential(
                next(), node, lent, identity("."), engine, choices.provider(), true));
        steps.add(situation
                .callers()
                .<Step>map(own -> new RebuildStep.SwapCredential(next(), node, login, own.name(), lent, false))
                .orElseGet(() -> new CredentialStep.AddCredential(next(), node, login, lent, true)));
    }

    private void takeBack(LoginName login) {
        CredentialName lent = RecoverSituation.TEMPORARY;
        steps.add(situation
                .callers()
                .<Step>map(own -> new RebuildStep.SwapCredential(next(), node, login, lent, own.name(), true))
                .orElseGet(() -> new CredentialStep.TakeCredential(next(), node, login, lent)));
        steps.add(new CredentialStep.DropCredential(next(), node, lent));
    }

    /** As credentials of this server name vaults: by the short name in the public cloud, unless the old one has the whole host. */
    private String identity(String old) {
        boolean whole = old.length() > 1 && old.contains(".");
        boolean plain = into.store() == VaultAddress.Store.VAULT && into.cloud() == Cloud.PUBLIC;
        return plain && !whole ? into.name() : into.host();
    }

    private void point() {
        List<Credential> naming = situation.naming();
        naming.forEach(row -> steps.add(new RebuildStep.PointCredential(
                next(),
                node,
                row.name(),
                row.identity(),
                identity(row.identity()),
                engine,
                choices.provider(),
                false)));
        List<CredentialName> names = naming.stream().map(Credential::name).toList();
        List<DatabaseName> all = Stream.concat(situation.databases().open().stream(), situation.closed().stream())
                .map(Database::name)
                .toList();
        if (choices.restartNow()) {
            steps.add(new ReopenStep.AwaitRestart(next(), node, names, all));
            testAll();
        } else {
            steps.add(new ReopenStep.ReadStart(next(), node, names, all));
        }
    }

    private void testAll() {
        tests.add(steps, situation.databases().open(), Phase.AFTER);
        tests.add(steps, situation.closed(), Phase.AFTER);
    }
}
