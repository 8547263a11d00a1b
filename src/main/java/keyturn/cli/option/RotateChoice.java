package keyturn.cli.option;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFolder;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.InvalidValue;
import keyturn.domain.LocalPath;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.SecretLife;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.rotate.RotateChoices;
import keyturn.plan.flow.rotate.RotationOffer;

/** Which databases go from which key to which: as told, else where the inspection offers exactly one. */
public record RotateChoice(RotateOptions told, Optional<ClientId> ownApplication, Clock clock) {

    private static final String TYPED = "typed";
    private static final String GRAPH = "graph";

    /** What is wrong by itself, or missing, is said before anybody connects. */
    public void check() throws Ended {
        if (told.toKey.isEmpty() && told.create.isEmpty()) {
            throw Ended.usage("rotate.toKey.none");
        }
        Optional<KeyReference> named = optional(told.toKey, KeyReference::parse);
        if (create().isPresent() && named.flatMap(KeyReference::version).isPresent()) {
            throw Ended.usage("rotate.create.version", told.toKey.orElseThrow());
        }
        RotateChoices.Further unused = further();
        optional(told.fromKey, AsymmetricKeyName::new);
        optional(told.asymmetricKey, AsymmetricKeyName::new);
        optional(told.login, LoginName::new);
        optional(told.credential, CredentialName::new);
        optional(told.application, ClientId::new);
        backups();
        if (told.allDatabases && !told.databases.isEmpty()) {
            throw Ended.usage("rotate.databases.both");
        }
        if (!told.allDatabases && told.databases.isEmpty()) {
            throw Ended.usage("rotate.databases.none");
        }
        for (String name : told.databases) {
            value(name, DatabaseName::new);
        }
    }

    public RotateChoices of(Inspection seen, Optional<String> provider, Assurances assurances) throws Ended {
        ProviderName name =
                provider.isPresent() ? UpgradeChoice.providerName(provider.get()) : UpgradeChoice.onlyProvider(seen);
        AsymmetricKeyName from = from(seen, name);
        var offer = new RotationOffer(seen, clock.instant());
        KeyReference vaultKey = optional(told.toKey, KeyReference::parse)
                .orElseGet(() -> new KeyReference(offer.vaultKeyName(from), Optional.empty()));
        RotateChoices.NewNames proposed = offer.names(from);
        var names = new RotateChoices.NewNames(
                optional(told.asymmetricKey, AsymmetricKeyName::new).orElse(proposed.key()),
                optional(told.login, LoginName::new).orElse(proposed.login()),
                optional(told.credential, CredentialName::new).orElse(proposed.credential()));
        return new RotateChoices(
                name,
                from,
                new RotateChoices.NewKey(vaultKey, create(), names, application()),
                databases(offer, from, names),
                assurances,
                backups(),
                further());
    }

    private RotateChoices.BackupFolders backups() throws Ended {
        return new RotateChoices.BackupFolders(
                optional(told.logBackup, BackupFolder::new), optional(told.fullBackup, BackupFolder::new));
    }

    /** A folder is taken as whoever plans sees it, whole: who runs the plan may stand elsewhere. */
    private RotateChoices.Further further() throws Ended {
        Optional<LocalPath> folder = told.keyBackup.isPresent()
                ? Optional.of(
                        value(told.keyBackup.get().toAbsolutePath().normalize().toString(), LocalPath::new))
                : Optional.empty();
        String secret = told.secret.orElse(TYPED);
        if (!secret.equals(TYPED) && !secret.equals(GRAPH)) {
            throw Ended.usage("rotate.secret.kind", secret);
        }
        if (told.lifetime.isPresent() && secret.equals(TYPED)) {
            throw Ended.usage("rotate.lifetime.typed");
        }
        SecretLife life = optional(told.lifetime, SecretLife::parse).orElse(SecretLife.USUAL);
        return new RotateChoices.Further(folder, secret.equals(GRAPH) ? Optional.of(life) : Optional.empty());
    }

    private Optional<RotateChoices.NewVaultKey> create() throws Ended {
        if (told.create.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(RotateChoices.NewVaultKey.parse(told.create.get()));
        } catch (IllegalArgumentException unknown) {
            throw Ended.usage("rotate.create.kind", told.create.get());
        }
    }

    private AsymmetricKeyName from(Inspection seen, ProviderName provider) throws Ended {
        Optional<AsymmetricKeyName> named = optional(told.fromKey, AsymmetricKeyName::new);
        if (named.isPresent()) {
            return named.get();
        }
        List<AsymmetricKeyName> used = RotationOffer.wrapping(seen, provider);
        if (used.size() == 1) {
            return used.getFirst();
        }
        throw used.isEmpty()
                ? Ended.of(Exit.BLOCKED, "rotate.fromKey.none", provider)
                : Ended.usage(
                        "rotate.fromKey.several",
                        used.size(),
                        used.stream().map(AsymmetricKeyName::value).collect(Collectors.joining(", ")));
    }

    private List<DatabaseName> databases(RotationOffer offer, AsymmetricKeyName from, RotateChoices.NewNames names)
            throws Ended {
        if (told.allDatabases) {
            return offer.databases(from, names.key());
        }
        List<DatabaseName> chosen = new java.util.ArrayList<>();
        for (String name : told.databases) {
            chosen.add(value(name, DatabaseName::new));
        }
        return chosen.stream().distinct().toList();
    }

    /** SQL Server shows no client id of a credential, so somebody must say it. */
    private ClientId application() throws Ended {
        return optional(told.application, ClientId::new)
                .or(() -> ownApplication)
                .orElseThrow(() -> Ended.usage("rotate.application.none"));
    }

    private static <T> Optional<T> optional(Optional<String> given, Function<String, T> reader) throws Ended {
        return given.isPresent() ? Optional.of(value(given.get(), reader)) : Optional.empty();
    }

    private static <T> T value(String given, Function<String, T> reader) throws Ended {
        try {
            return reader.apply(given);
        } catch (InvalidValue broken) {
            throw new Ended(Exit.USAGE, broken.problem());
        }
    }
}
