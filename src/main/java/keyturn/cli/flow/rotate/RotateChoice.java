package keyturn.cli.flow.rotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.flow.GivenText;
import keyturn.cli.flow.Offered;
import keyturn.cli.flow.OnlyOne;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFolder;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LocalPath;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.SecretLife;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.rotate.RotateChoices;
import keyturn.plan.flow.rotate.RotateFlow;
import keyturn.plan.flow.rotate.RotationOffer;

/** Which databases go from which key to which: as told, else where the inspection offers exactly one. */
record RotateChoice(RotateOptions told) {

    private static final String TYPED = "typed";
    private static final String GRAPH = "graph";

    /** What is wrong by itself, or missing, is said before anybody connects. */
    void check() throws Ended {
        if (told.toKey.isEmpty() && told.create.isEmpty()) {
            throw Ended.usage(RotateFlow.NAME, "toKey.none");
        }
        Optional<KeyReference> named = GivenText.optional(told.toKey, KeyReference::parse);
        if (create().isPresent() && named.flatMap(KeyReference::version).isPresent()) {
            throw Ended.usage(RotateFlow.NAME, "create.version", told.toKey.orElseThrow());
        }
        RotateChoices.Further unused = further();
        GivenText.optional(told.fromKey, AsymmetricKeyName::new);
        GivenText.optional(told.fromLogin, LoginName::new);
        GivenText.optional(told.asymmetricKey, AsymmetricKeyName::new);
        GivenText.optional(told.login, LoginName::new);
        GivenText.optional(told.credential, CredentialName::new);
        GivenText.optional(told.application, ClientId::read);
        GivenText.optional(told.runAs, LoginName::new);
        backups();
        if (told.allDatabases && !told.databases.isEmpty()) {
            throw Ended.usage(RotateFlow.NAME, "databases.both");
        }
        if (!told.allDatabases && told.databases.isEmpty()) {
            throw Ended.usage(RotateFlow.NAME, "databases.none");
        }
        if (!told.allDatabases && !told.except.isEmpty()) {
            throw Ended.usage(RotateFlow.NAME, "except.alone");
        }
        names(told.databases);
        names(told.except);
    }

    RotateChoices of(Offered offered) throws Ended {
        Inspection seen = offered.inspection();
        ProviderName name = offered.provider().isPresent() ? offered.provider().get() : OnlyOne.provider(seen);
        AsymmetricKeyName from = from(seen, name);
        var offer = new RotationOffer(seen, offered.now());
        KeyReference vaultKey = GivenText.optional(told.toKey, KeyReference::parse)
                .orElseGet(() -> new KeyReference(offer.vaultKeyName(from), Optional.empty()));
        RotateChoices.NewNames proposed = offer.names(from);
        var names = new RotateChoices.NewNames(
                GivenText.optional(told.asymmetricKey, AsymmetricKeyName::new).orElse(proposed.key()),
                GivenText.optional(told.login, LoginName::new).orElse(proposed.login()),
                GivenText.optional(told.credential, CredentialName::new).orElse(proposed.credential()));
        Optional<LoginName> fromLogin = GivenText.optional(told.fromLogin, LoginName::new);
        return new RotateChoices(
                name,
                from,
                fromLogin.isPresent() ? fromLogin : offer.login(from),
                new RotateChoices.NewKey(vaultKey, create(), names, application(offered)),
                databases(offer, from, names),
                offered.assurances(),
                backups(),
                further(),
                GivenText.optional(told.runAs, LoginName::new));
    }

    private RotateChoices.BackupFolders backups() throws Ended {
        return new RotateChoices.BackupFolders(
                GivenText.optional(told.logBackup, BackupFolder::new),
                GivenText.optional(told.fullBackup, BackupFolder::new));
    }

    /** A folder is taken as anyone who plans sees it, whole: who runs the plan may stand elsewhere. */
    private RotateChoices.Further further() throws Ended {
        Optional<LocalPath> folder = told.keyBackup.isPresent()
                ? Optional.of(GivenText.value(
                        told.keyBackup.get().toAbsolutePath().normalize().toString(), LocalPath::new))
                : Optional.empty();
        String secret = told.secret.orElse(TYPED);
        if (!secret.equals(TYPED) && !secret.equals(GRAPH)) {
            throw Ended.usage(RotateFlow.NAME, "secret.kind", secret);
        }
        if (told.lifetime.isPresent() && secret.equals(TYPED)) {
            throw Ended.usage(RotateFlow.NAME, "lifetime.typed");
        }
        SecretLife life = GivenText.optional(told.lifetime, SecretLife::parse).orElse(SecretLife.USUAL);
        return new RotateChoices.Further(folder, secret.equals(GRAPH) ? Optional.of(life) : Optional.empty());
    }

    private Optional<RotateChoices.NewVaultKey> create() throws Ended {
        if (told.create.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(RotateChoices.NewVaultKey.parse(told.create.get()));
        } catch (IllegalArgumentException unknown) {
            throw Ended.usage(RotateFlow.NAME, "create.kind", told.create.get());
        }
    }

    private AsymmetricKeyName from(Inspection seen, ProviderName provider) throws Ended {
        Optional<AsymmetricKeyName> named = GivenText.optional(told.fromKey, AsymmetricKeyName::new);
        if (named.isPresent()) {
            return named.get();
        }
        List<AsymmetricKeyName> used = RotationOffer.wrapping(seen, provider);
        if (used.size() == 1) {
            return used.getFirst();
        }
        throw used.isEmpty()
                ? Ended.of(RotateFlow.NAME, Exit.BLOCKED, "fromKey.none", provider)
                : Ended.usage(
                        RotateFlow.NAME,
                        "fromKey.several",
                        used.size(),
                        used.stream().map(AsymmetricKeyName::value).collect(Collectors.joining(", ")));
    }

    private List<DatabaseName> databases(RotationOffer offer, AsymmetricKeyName from, RotateChoices.NewNames names)
            throws Ended {
        if (!told.allDatabases) {
            return names(told.databases);
        }
        List<DatabaseName> all = offer.databases(from, names.key());
        List<DatabaseName> except = names(told.except);
        for (DatabaseName name : except) {
            if (!offer.isProtected(name, from)) {
                throw Ended.usage(RotateFlow.NAME, "except.unknown", name, from);
            }
        }
        return all.stream().filter(name -> !except.contains(name)).toList();
    }

    private static List<DatabaseName> names(List<String> given) throws Ended {
        List<DatabaseName> names = new ArrayList<>();
        for (String name : given) {
            names.add(GivenText.value(name, DatabaseName::new));
        }
        return names.stream().distinct().toList();
    }

    /** SQL Server shows no client id of a credential, so somebody must say it. */
    private ClientId application(Offered offered) throws Ended {
        return GivenText.optional(told.application, ClientId::read)
                .or(offered::application)
                .orElseThrow(() -> Ended.usage(RotateFlow.NAME, "application.none"));
    }
}
