package keyturn.cli.flow.removesecret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.cli.Ended;
import keyturn.cli.flow.FlowOptions;
import keyturn.cli.flow.GivenText;
import keyturn.cli.flow.Offered;
import keyturn.cli.flow.OnlyOne;
import keyturn.domain.CredentialName;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.removesecret.RemoveChoices;
import keyturn.plan.flow.removesecret.RemoveChoices.SecretId;
import keyturn.plan.flow.removesecret.RemoveFlow;
import picocli.CommandLine.Option;

/** Which secret of which application is removed, which credentials sign in as it, and who else uses it. */
public final class RemoveOptions implements FlowOptions {

    @Option(names = "--key-id", paramLabel = "GUID", descriptionKey = "flow.remove-secret.help.keyId")
    Optional<String> keyId = Optional.empty();

    @Option(names = "--of-application", paramLabel = "ID", descriptionKey = "flow.remove-secret.help.application")
    Optional<String> application = Optional.empty();

    @Option(
            names = "--credential",
            paramLabel = "NAME",
            arity = "1..*",
            descriptionKey = "flow.remove-secret.help.credential")
    List<String> credentials = new ArrayList<>();

    @Option(names = "--holds", paramLabel = "GUID", descriptionKey = "flow.remove-secret.help.holds")
    Optional<String> holds = Optional.empty();

    @Option(names = "--other-users", paramLabel = "TEXT", descriptionKey = "flow.remove-secret.help.otherUsers")
    Optional<String> otherUsers = Optional.empty();

    @Option(names = "--by-owner", descriptionKey = "flow.remove-secret.help.byOwner")
    boolean byOwner;

    @Override
    public FlowName name() {
        return RemoveFlow.NAME;
    }

    @Override
    public boolean isEmpty() {
        return keyId.isEmpty()
                && application.isEmpty()
                && credentials.isEmpty()
                && holds.isEmpty()
                && otherUsers.isEmpty()
                && !byOwner;
    }

    @Override
    public void check() throws Ended {
        if (keyId.isEmpty()) {
            throw Ended.usage(RemoveFlow.NAME, "keyId.none");
        }
        if (otherUsers.isEmpty()) {
            throw Ended.usage(RemoveFlow.NAME, "otherUsers.none");
        }
        GivenText.optional(application, ClientId::read);
        for (String credential : credentials) {
            GivenText.value(credential, CredentialName::new);
        }
    }

    @Override
    public RemoveChoices choices(Offered offered) throws Ended {
        ClientId client = client(offered);
        Set<CredentialName> chosen = new HashSet<>(offered.inspection().ties().credentialsOf(client));
        for (String credential : credentials) {
            chosen.add(GivenText.value(credential, CredentialName::new));
        }
        var provider =
                offered.provider().isPresent() ? offered.provider().get() : OnlyOne.provider(offered.inspection());
        return GivenText.value(
                keyId.orElse(""),
                id -> new RemoveChoices(
                        provider,
                        new SecretId(client, id),
                        chosen,
                        holds,
                        otherUsers.orElse(""),
                        byOwner,
                        offered.assurances()));
    }

    private ClientId client(Offered offered) throws Ended {
        Optional<ClientId> given = GivenText.optional(application, ClientId::read);
        return given.or(offered::application).orElseThrow(() -> Ended.usage(RemoveFlow.NAME, "application.none"));
    }

    @Override
    public String tourScenario() {
        return "secret-rolled";
    }

    /** The secret that expires first, and every credential: on the range they all sign in as its one application, and hold the other. */
    @Override
    public RemoveChoices tour(Offered offered) throws Ended {
        RemoveOptions told = new RemoveOptions();
        List<String> keyIds = byEnd(offered.inspection());
        told.keyId = keyIds.stream().findFirst();
        told.holds = keyIds.stream().skip(1).reduce((before, last) -> last);
        told.otherUsers = Optional.of(RemoveFlow.NAME.words("tour.otherUsers").text());
        told.credentials = offered.inspection().facts().credentials().value().orElse(List.of()).stream()
                .map(Credential::name)
                .map(CredentialName::value)
                .toList();
        told.check();
        return told.choices(offered);
    }

    /** Key ids, the first to expire first. */
    private static List<String> byEnd(Inspection seen) {
        Optional<ApplicationSeen> application =
                seen.facts().azure().map(azure -> azure.application()).flatMap(Fact::value);
        return application.map(ApplicationSeen::secrets).orElse(List.of()).stream()
                .filter(secret -> secret.expires().isPresent())
                .sorted(Comparator.comparing(secret -> secret.expires().orElseThrow()))
                .map(SecretSeen::keyId)
                .toList();
    }
}
