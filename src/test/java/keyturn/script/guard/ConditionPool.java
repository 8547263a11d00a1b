package keyturn.script.guard;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFile;
import keyturn.domain.BackupFolder;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.inspection.Keyholding.NameKind;
import keyturn.plan.fact.Condition;

/** Conditions that a rotation and an upgrade ask, and every mutation of one comparison in them. */
final class ConditionPool {

    static final String FOLDER = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault\\";
    static final DllPath OLD = new DllPath(FOLDER + "Microsoft.AzureKeyVaultService.EKM.dll");
    static final DllPath NEW = new DllPath(FOLDER + "15.0.2000.440\\Microsoft.AzureKeyVaultService.EKM.dll");
    static final String VAULT = "keyturn-practice-vault";
    static final ProviderName PROVIDER = new ProviderName("AzureKeyVault_EKM");
    static final AsymmetricKeyName OLD_KEY = new AsymmetricKeyName("TDE_Key_2024");
    static final AsymmetricKeyName NEW_KEY = new AsymmetricKeyName("NEW_KEY");
    static final LoginName LOGIN = new LoginName("NEW_LOGIN");
    static final CredentialName CREDENTIAL = new CredentialName("NEW_CRED");
    static final DatabaseName SALES = new DatabaseName("Sales");
    static final DatabaseName LEDGER = new DatabaseName("Ledger");
    static final BackupFile OURS = file(1);

    /** Before any backup of these tests, and after those that a scenario has; the history has whole seconds. */
    @SuppressWarnings("TimeInStaticInitializer")
    private static final Instant JUST_NOW =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minusMillis(500);

    private static final Instant NOT_YET = Instant.parse("2099-01-01T00:00:00Z");

    private ConditionPool() {}

    private static BackupFile file(int step) {
        return BackupFile.of(new BackupFolder("D:\\Backup"), Instant.parse("2026-11-24T20:01:00Z"), step, SALES, true);
    }

    /** Those that SQL Server can answer, wholly or in part. */
    static List<Condition> conditions() {
        List<Condition> all = new ArrayList<>(List.of(
                new Condition.EkmOn(),
                new Condition.ProviderUsed(PROVIDER),
                new Condition.ProviderThere(PROVIDER),
                new Condition.ProviderPoints(PROVIDER, NEW),
                new Condition.ProviderEnabled(PROVIDER),
                new Condition.ConnectorLoaded(PROVIDER, NEW),
                new Condition.DatabaseOnline(SALES),
                new Condition.NameTaken(NameKind.LOGIN, LOGIN.value()),
                new Condition.NameTaken(NameKind.CREDENTIAL, CREDENTIAL.value()),
                new Condition.NameTaken(NameKind.KEY, NEW_KEY.value()),
                new Condition.CredentialThere(CREDENTIAL),
                new Condition.CredentialNames(CREDENTIAL, VAULT, PROVIDER),
                new Condition.KeyLoginThere(LOGIN),
                new Condition.KeyLoginMade(LOGIN, NEW_KEY),
                new Condition.CredentialMapped(LOGIN, CREDENTIAL),
                new Condition.KeyThere(NEW_KEY)));
        all.addAll(List.of(
                new Condition.KeyOpened(NEW_KEY, PROVIDER, KeyReference.parse("tde-key-2026"), Optional.empty()),
                new Condition.KeyUsed(NEW_KEY),
                new Condition.ProtectedBy(SALES, NEW_KEY),
                new Condition.Reencrypted(SALES, NEW_KEY),
                new Condition.LogBackedUp(LEDGER, Optional.empty(), Optional.of(JUST_NOW)),
                new Condition.LogBackedUp(SALES, Optional.of(OURS), Optional.empty()),
                new Condition.LogBackedUp(SALES, Optional.of(OURS), Optional.of(NOT_YET)),
                new Condition.BackedUp(SALES, OURS, true, NEW_KEY),
                new Condition.KeyChain(NEW_KEY, LOGIN, CREDENTIAL)));
        return all;
    }

    /** The same with one value another, or negated. */
    static Set<Condition> mutations(Condition condition) {
        Set<Condition> mutations = new LinkedHashSet<>();
        if (condition.place() == Condition.Place.SERVER) {
            mutations.add(new Condition.Not(condition));
        }
        RecordComponent[] parts = condition.getClass().getRecordComponents();
        for (int i = 0; i < parts.length; i++) {
            for (Object other : others(parts[i].getName(), value(condition, parts[i]))) {
                mutations.add(with(condition, parts, i, other));
            }
        }
        return mutations;
    }

    /** What only the vault can tell apart has no mutation here. */
    private static List<Object> others(String part, Object value) {
        return switch (value) {
            case ProviderName name -> List.of(new ProviderName("Other_EKM"));
            case DllPath path -> List.of(path.equals(NEW) ? OLD : NEW);
            case DatabaseName name -> List.of(name.equals(SALES) ? LEDGER : SALES);
            case AsymmetricKeyName name -> List.of(name.equals(NEW_KEY) ? OLD_KEY : NEW_KEY);
            case LoginName name -> List.of(new LoginName("Nobody"));
            case CredentialName name -> List.of(new CredentialName("No_cred"));
            case BackupFile name -> List.of(file(7));
            case Boolean log -> List.of(!log);
            case String name -> part.equals("identity") || part.equals("name") ? List.of("other") : List.of();
            case Optional<?> optional ->
                optional.stream()
                        .flatMap(inner -> switch (inner) {
                            case Instant since ->
                                Stream.of((Object) Optional.of(since.equals(JUST_NOW) ? NOT_YET : JUST_NOW));
                            case BackupFile file -> Stream.of((Object) Optional.of(file(7)));
                            default -> Stream.empty();
                        })
                        .toList();
            default -> List.of();
        };
    }

    private static Object value(Condition condition, RecordComponent part) {
        try {
            return part.getAccessor().invoke(condition);
        } catch (ReflectiveOperationException closed) {
            throw new LinkageError("a condition is a record of public parts", closed);
        }
    }

    private static Condition with(Condition condition, RecordComponent[] parts, int place, Object other) {
        Object[] values =
                Arrays.stream(parts).map(part -> value(condition, part)).toArray();
        values[place] = other;
        try {
            return (Condition) condition
                    .getClass()
                    .getDeclaredConstructor(
                            Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException closed) {
            throw new LinkageError("a condition is a record of public parts", closed);
        }
    }
}
