package keyturn.cli.flow.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.cli.Ended;
import keyturn.cli.flow.GivenText;
import keyturn.cli.flow.Offered;
import keyturn.cli.flow.OnlyOne;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.ServerKeys;
import keyturn.plan.flow.register.RegisterChoices;
import keyturn.plan.flow.register.RegisterChoices.Names;
import keyturn.plan.flow.register.RegisterFlow;
import keyturn.plan.flow.register.RegisterOffer;

/** Which vault key is registered under which names: as told, else where the inspection offers exactly one. */
record RegisterChoice(RegisterOptions told) {

    private static final String KEYS = "/keys/";

    /** What is wrong by itself is said before anybody connects. */
    void check() throws Ended {
        Optional<KeyReference> unusedKey = vaultKey();
        Optional<Thumbprint> unusedPrint = thumbprint();
        GivenText.optional(told.asymmetricKey, AsymmetricKeyName::new);
        GivenText.optional(told.login, LoginName::new);
        GivenText.optional(told.credential, CredentialName::new);
        GivenText.optional(told.application, ClientId::read);
        List<DatabaseName> unusedOpen = names(told.open);
    }

    RegisterChoices of(Offered offered) throws Ended {
        Inspection seen = offered.inspection();
        ProviderName provider =
                offered.provider().isPresent() ? offered.provider().get() : OnlyOne.provider(seen);
        var offer = new RegisterOffer(seen, provider);
        Optional<Thumbprint> wanted = wanted(offer);
        KeyReference key = key(seen, offer, wanted);
        Names names = names(seen, offer, key, wanted);
        return new RegisterChoices(
                provider,
                identity(offer),
                key,
                wanted,
                names,
                GivenText.optional(told.application, ClientId::read).or(offered::application),
                offer.open(wanted, names.key()),
                names(told.open),
                offered.assurances());
    }

    private Optional<Thumbprint> wanted(RegisterOffer offer) throws Ended {
        Optional<Thumbprint> given = thumbprint();
        List<Thumbprint> missing = offer.missing();
        return given.isPresent() || missing.size() != 1 ? given : Optional.of(missing.getFirst());
    }

    private KeyReference key(Inspection seen, RegisterOffer offer, Optional<Thumbprint> wanted) throws Ended {
        Optional<KeyReference> given = vaultKey();
        if (given.isPresent()) {
            return given.get();
        }
        Optional<AsymmetricKeyName> there = GivenText.optional(told.asymmetricKey, AsymmetricKeyName::new)
                .filter(name -> ServerKeys.named(seen, name).isPresent());
        return wanted.flatMap(offer::vaultKey)
                .or(() -> there.flatMap(offer::vaultKey))
                .orElseThrow(() -> Ended.usage(RegisterFlow.NAME, "vaultKey.none"));
    }

    /** What is not named is as it is there: the key with the thumbprint, its login, the credential of that. */
    private Names names(Inspection seen, RegisterOffer offer, KeyReference key, Optional<Thumbprint> wanted)
            throws Ended {
        Optional<AsymmetricKeyName> named = GivenText.optional(told.asymmetricKey, AsymmetricKeyName::new);
        Optional<AsymmetricKeyName> there = named.isPresent()
                ? named.filter(name -> ServerKeys.named(seen, name).isPresent())
                : wanted.flatMap(offer::named);
        Names proposed = offer.names(key, there);
        return new Names(
                named.orElse(proposed.key()),
                GivenText.optional(told.login, LoginName::new).orElse(proposed.login()),
                GivenText.optional(told.credential, CredentialName::new).orElse(proposed.credential()));
    }

    /** Which vault: as named, as the URI of the key has it, else where the credentials of the provider name one. */
    private String identity(RegisterOffer offer) throws Ended {
        List<String> vaults = offer.vaults();
        if (told.identity.isPresent()) {
            return told.identity.get();
        }
        if (vaults.size() != 1) {
            throw Ended.usage(
                    RegisterFlow.NAME,
                    vaults.isEmpty() ? "identity.none" : "identity.several",
                    vaults.size(),
                    vaults.stream().collect(Collectors.joining(", ")));
        }
        return vaults.getFirst();
    }

    /** By name, or as the registry has it: {@code https://VAULT/keys/NAME/VERSION}. */
    private Optional<KeyReference> vaultKey() throws Ended {
        return GivenText.optional(
                told.vaultKey.map(
                        text -> text.substring(text.indexOf(KEYS) < 0 ? 0 : text.indexOf(KEYS) + KEYS.length())),
                KeyReference::parse);
    }

    private Optional<Thumbprint> thumbprint() throws Ended {
        return GivenText.optional(
                told.thumbprint.map(
                        text -> text.strip().toLowerCase(Locale.ROOT).replaceFirst("^0x", "")),
                Thumbprint::new);
    }

    private static List<DatabaseName> names(List<String> given) throws Ended {
        List<DatabaseName> names = new ArrayList<>();
        for (String name : given) {
            names.add(GivenText.value(name, DatabaseName::new));
        }
        return names.stream().distinct().toList();
    }
}
