package keyturn.plan.flow.rotate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.OneLine;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.SecretLife;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.fact.LogBackups;
import keyturn.plan.flow.TestSteps;
import keyturn.plan.flow.rotate.RotateChoices.NewNames;
import keyturn.plan.step.Protector;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.TestStep.Phase;

/**
 * The steps of a rotation, in order: what must be there first, tests on the untouched state, the new key and what the engine
 * opens it by, then database by database the new wrapping and its test; last the backups that end the need for the old key.
 */
final class RotationSteps {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final RotationSituation situation;
    private final Instant now;
    private final RotateChoices choices;
    private final KeySteps make;
    private final TestSteps tests;
    private final BackupSteps backups;
    private final List<Step> steps = new ArrayList<>();

    /** @param now stands in the names of what is made outside SQL Server: none is ever given twice */
    RotationSteps(RotationSituation situation, Instant now) {
        this.situation = situation;
        this.now = now;
        this.choices = situation.choices();
        this.make = new KeySteps(situation.inspection().identity().node(), choices.provider());
        this.tests = new TestSteps(situation);
        this.backups = new BackupSteps(situation, now);
    }

    List<Step> all() {
        List<Database> left = situation.databases().open().stream()
                .filter(database -> !situation.reencrypted(database))
                .toList();
        left.forEach(this::logBackup);
        tests.add(steps, left, Phase.BEFORE);
        if (situation.standing()) {
            RotationVault.address(situation).ifPresent(this::backUp);
        } else {
            open();
        }
        left.forEach(this::reencrypt);
        NewNames names = choices.newKey().names();
        steps.add(make.readChain(next(), names.key(), names.login(), names.credential()));
        backups.afterwards(steps, left, names.key());
        return List.copyOf(steps);
    }

    private StepId next() {
        return new StepId(steps.size() + 1);
    }

    /** Written where the DBA named a folder, else waited for. */
    private void logBackup(Database database) {
        switch (LogBackups.of(situation, database)) {
            case LogBackups.Since since -> {}
            case LogBackups.NoLog none -> {}
            case LogBackups.Missing missing -> {
                if (backups.writesLog(database)) {
                    backups.first(steps, database);
                } else {
                    steps.add(make.awaitLogBackup(next(), database.name(), missing.changed()));
                }
            }
            case LogBackups.Unknown unknown -> {
                if (backups.writesLog(database)) {
                    backups.first(steps, database);
                }
            }
        }
    }

    private void open() {
        NewNames names = choices.newKey().names();
        inVault();
        String vault = situation.oldCredential().map(Credential::identity).orElseThrow();
        Optional<LoginName> borrower = situation.callersCredential().isPresent() ? Optional.empty() : caller();
        borrower.ifPresent(login -> lend(login, vault));
        steps.add(
                make.openKey(next(), names.key(), choices.newKey().vaultKey(), vault, RotationVault.shown(situation)));
        borrower.ifPresent(this::takeBack);
        steps.add(make.createLogin(next(), names.login(), names.key()));
        steps.add(make.createCredential(
                next(), names.credential(), vault, choices.newKey().application(), false));
        steps.add(make.addCredential(next(), names.login(), names.credential(), false));
    }

    /** The key is made where it is to be made, and tried where there is a door, before SQL Server is touched. */
    private void inVault() {
        RotationVault.address(situation).ifPresent(this::inVault);
    }

    private void inVault(VaultAddress vault) {
        KeyReference key = choices.newKey().vaultKey();
        choices.newKey()
                .create()
                .ifPresent(kind -> steps.add(
                        make.createVaultKey(next(), vault, key.name(), kind, RotationVault.operator(situation))));
        backUp(vault);
        boolean operator = RotationVault.operatorAdds(situation);
        Optional<SecretLife> life = choices.further().secret();
        life.ifPresent(lives -> steps.add(
                make.addAppSecret(next(), choices.newKey().application(), secretName(), lives.from(now), operator)));
        if (RotationVault.sight(situation).isPresent()) {
            boolean fresh = life.isPresent() && !operator;
            steps.add(make.tryVaultKey(next(), vault, key, choices.newKey().application(), fresh));
        }
    }

    /** Once the key is there, and before anything hangs on it. */
    private void backUp(VaultAddress vault) {
        KeyName name = choices.newKey().vaultKey().name();
        String file = vault.name() + "-" + name + "-" + STAMP.format(now) + ".keybackup";
        choices.further()
                .keyBackup()
                .ifPresent(folder -> steps.add(make.backUpVaultKey(
                        next(), vault, name, folder.file(file), RotationVault.operatorBacksUp(situation))));
    }

    /** As the directory lists it: whose it is, and since when. */
    private String secretName() {
        return "Keyturn " + OneLine.shown(situation.inspection().identity().name()) + " " + STAMP.format(now);
    }

    private Optional<LoginName> caller() {
        return situation.keyholding().caller().value().flatMap(caller -> caller.login());
    }

    /** Only CREATE ASYMMETRIC KEY opens a session in the vault as the login that runs it. */
    private void lend(LoginName login, String vault) {
        CredentialName temporary = situation.temporary();
        steps.add(
                make.createCredential(next(), temporary, vault, choices.newKey().application(), true));
        steps.add(make.addCredential(next(), login, temporary, true));
    }

    private void takeBack(LoginName login) {
        steps.add(make.takeCredential(next(), login, situation.temporary()));
        steps.add(make.dropCredential(next(), situation.temporary()));
    }

    private void reencrypt(Database database) {
        AsymmetricKeyName to = choices.newKey().names().key();
        steps.add(make.reencrypt(next(), database.name(), choices.from(), to));
        Protector protector = situation
                .made()
                .<Protector>map(key -> new Protector.ByThumbprint(key.thumbprint()))
                .orElseGet(() -> new Protector.ByName(to));
        tests.add(steps, database, Phase.AFTER, protector);
    }
}
