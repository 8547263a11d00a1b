package keyturn.cli.flow.enableekm;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.cli.Ended;
import keyturn.cli.flow.FlowOptions;
import keyturn.cli.flow.GivenText;
import keyturn.cli.flow.Offered;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DllPath;
import keyturn.domain.LoginName;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.enableekm.EnableEkmChoices;
import keyturn.plan.flow.enableekm.EnableEkmChoices.FirstKey;
import keyturn.plan.flow.enableekm.EnableEkmChoices.OwnCredential;
import keyturn.plan.flow.enableekm.EnableEkmFlow;
import keyturn.plan.flow.enableekm.EnableEkmOffer;
import picocli.CommandLine.Option;

/** What {@code keyturn plan enable-ekm} is told besides its target. */
public final class EnableEkmOptions implements FlowOptions {

    @Option(names = "--dll", paramLabel = "PATH", descriptionKey = "flow.enable-ekm.help.dll")
    Optional<String> dll = Optional.empty();

    @Option(names = "--own-credential", paramLabel = "NAME", descriptionKey = "flow.enable-ekm.help.own")
    Optional<String> own = Optional.empty();

    @Option(names = "--identity", paramLabel = "VAULT", descriptionKey = "flow.enable-ekm.help.identity")
    Optional<String> identity = Optional.empty();

    @Option(
            names = "--credential-client",
            paramLabel = "CLIENT-ID",
            descriptionKey = "flow.enable-ekm.help.application")
    Optional<String> application = Optional.empty();

    @Option(names = "--vault-key", paramLabel = "NAME[/VERSION]", descriptionKey = "flow.enable-ekm.help.vaultKey")
    Optional<String> vaultKey = Optional.empty();

    @Option(names = "--asymmetric-key", paramLabel = "NAME", descriptionKey = "flow.enable-ekm.help.asymmetricKey")
    Optional<String> asymmetricKey = Optional.empty();

    @Option(names = "--login", paramLabel = "NAME", descriptionKey = "flow.enable-ekm.help.login")
    Optional<String> login = Optional.empty();

    @Option(names = "--credential", paramLabel = "NAME", descriptionKey = "flow.enable-ekm.help.credential")
    Optional<String> credential = Optional.empty();

    @Override
    public FlowName name() {
        return EnableEkmFlow.NAME;
    }

    @Override
    public boolean isEmpty() {
        return Stream.of(dll, own, identity, application, vaultKey, asymmetricKey, login, credential)
                .allMatch(Optional::isEmpty);
    }

    @Override
    public void check() throws Ended {
        GivenText.optional(dll, DllPath::new);
        GivenText.optional(own, CredentialName::new);
        GivenText.optional(application, ClientId::read);
        GivenText.optional(vaultKey, KeyReference::parse);
        GivenText.optional(asymmetricKey, AsymmetricKeyName::new);
        GivenText.optional(login, LoginName::new);
        GivenText.optional(credential, CredentialName::new);
        if (vaultKey.isEmpty() && Stream.of(asymmetricKey, login, credential).anyMatch(Optional::isPresent)) {
            throw Ended.usage(EnableEkmFlow.NAME, "key.none");
        }
    }

    @Override
    public EnableEkmChoices choices(Offered offered) throws Ended {
        var offer = new EnableEkmOffer(offered.inspection());
        return new EnableEkmChoices(
                offered.provider().orElseGet(offer::provider),
                GivenText.optional(dll, DllPath::new).orElseGet(offer::dll),
                own(offered, offer),
                firstKey(offer),
                offered.assurances());
    }

    /** One that is asked for, or that the login needs and that can be told. */
    private Optional<OwnCredential> own(Offered offered, EnableEkmOffer offer) throws Ended {
        Optional<String> vault = identity.isPresent() ? identity : onlyVault(offered.inspection(), offer);
        Optional<ClientId> client =
                GivenText.optional(application, ClientId::read).or(offered::application);
        boolean wanted = Stream.of(own, identity, application, vaultKey).anyMatch(Optional::isPresent);
        if (vault.isPresent() && client.isPresent() && (wanted || !holds(offered))) {
            CredentialName name = GivenText.optional(own, CredentialName::new).orElseGet(offer::ownCredential);
            return Optional.of(new OwnCredential(name, vault.get(), client.get()));
        }
        if (wanted) {
            throw Ended.usage(EnableEkmFlow.NAME, vault.isEmpty() ? "identity.none" : "application.none");
        }
        return Optional.empty();
    }

    private static boolean holds(Offered offered) {
        return offered.inspection()
                .facts()
                .around()
                .keyholding()
                .caller()
                .value()
                .map(Caller::credentials)
                .filter(held -> !held.isEmpty())
                .isPresent();
    }

    private static Optional<String> onlyVault(Inspection seen, EnableEkmOffer offer) {
        List<String> vaults =
                offer.vaults(seen.facts().azure().map(AzureSight::vaults).orElse(List.of()));
        return vaults.size() == 1 ? Optional.of(vaults.getFirst()) : Optional.empty();
    }

    private Optional<FirstKey> firstKey(EnableEkmOffer offer) throws Ended {
        if (vaultKey.isEmpty()) {
            return Optional.empty();
        }
        FirstKey proposed = offer.key(GivenText.value(vaultKey.get(), KeyReference::parse));
        return Optional.of(new FirstKey(
                proposed.vaultKey(),
                GivenText.optional(asymmetricKey, AsymmetricKeyName::new).orElse(proposed.name()),
                GivenText.optional(login, LoginName::new).orElse(proposed.login()),
                GivenText.optional(credential, CredentialName::new).orElse(proposed.credential())));
    }

    @Override
    public String tourScenario() {
        return "new-server";
    }

    /** Everything, with the first key. */
    @Override
    public EnableEkmChoices tour(Offered offered) throws Ended {
        var told = new EnableEkmOptions();
        told.vaultKey = Optional.of("tde-key-2026");
        return told.choices(offered);
    }
}
