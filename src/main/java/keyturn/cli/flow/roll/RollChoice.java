package keyturn.cli.flow.roll;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import keyturn.cli.Ended;
import keyturn.cli.flow.GivenText;
import keyturn.cli.flow.Offered;
import keyturn.cli.flow.OnlyOne;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.SecretLife;
import keyturn.domain.azure.SecretName;
import keyturn.plan.flow.roll.RollChoices;
import keyturn.plan.flow.roll.RollChoices.NewSecret;
import keyturn.plan.flow.roll.RollChoices.Restart;
import keyturn.plan.flow.roll.RollFlow;
import keyturn.plan.flow.roll.RollOffer;

/** Which credentials get which secret: as told, else where the inspection offers exactly one. */
record RollChoice(RollOptions told) {

    private static final String TYPED = "typed";
    private static final String NOW = "now";
    private static final String LATER = "later";

    /** What is wrong by itself is said before anybody connects. */
    void check() throws Ended {
        GivenText.optional(told.application, ClientId::read);
        List<CredentialName> unusedCredentials = values(told.credentials, CredentialName::new);
        List<DatabaseName> unusedOpen = values(told.open, DatabaseName::new);
        Map<CredentialName, String> unusedLeft = left();
        NewSecret unusedSecret = secret();
        Restart unusedRestart = restart();
    }

    RollChoices of(Offered offered) throws Ended {
        ProviderName provider = provider(offered);
        var offer = new RollOffer(offered.inspection(), provider);
        Optional<ClientId> application =
                GivenText.optional(told.application, ClientId::read).or(offered::application);
        List<CredentialName> credentials = credentials(offer, application);
        return new RollChoices(
                provider,
                application,
                credentials,
                left(),
                secret(),
                !told.secretExpired && offer.presentWorks(),
                told.oldSecret,
                restart(),
                offer.databases(credentials),
                values(told.open, DatabaseName::new),
                offered.assurances());
    }

    /** Names of the credentials that hold a secret. */
    static List<String> holding(Offered offered) throws Ended {
        return holding(new RollOffer(offered.inspection(), provider(offered))).stream()
                .map(CredentialName::value)
                .toList();
    }

    private static ProviderName provider(Offered offered) throws Ended {
        return offered.provider().isPresent() ? offered.provider().get() : OnlyOne.provider(offered.inspection());
    }

    private static List<CredentialName> holding(RollOffer offer) {
        return offer.credentials().stream()
                .filter(held -> !held.managed())
                .map(RollOffer.Held::name)
                .toList();
    }

    /** No view shows which credentials hold a secret of one application: of several they are named, now or before. */
    private List<CredentialName> credentials(RollOffer offer, Optional<ClientId> application) throws Ended {
        if (!told.credentials.isEmpty()) {
            return values(told.credentials, CredentialName::new);
        }
        List<CredentialName> tied = application.map(offer::tied).orElse(List.of());
        if (!tied.isEmpty()) {
            return tied;
        }
        List<CredentialName> holding = holding(offer);
        if (holding.size() > 1) {
            throw Ended.usage(
                    RollFlow.NAME,
                    "credential.several",
                    holding.size(),
                    holding.stream().map(CredentialName::value).collect(Collectors.joining(", ")));
        }
        return holding;
    }

    /** The first equals sign parts name and reason. */
    private Map<CredentialName, String> left() throws Ended {
        Map<CredentialName, String> left = new LinkedHashMap<>();
        for (String text : told.leave) {
            int equals = text.indexOf('=');
            if (equals < 1 || text.substring(equals + 1).isBlank()) {
                throw Ended.usage(RollFlow.NAME, "leave.form", text);
            }
            left.put(
                    GivenText.value(text.substring(0, equals), CredentialName::new),
                    GivenText.value(text.substring(equals + 1).strip(), RollChoices::reason));
        }
        return left;
    }

    private NewSecret secret() throws Ended {
        String secret = told.newSecret.orElse(TYPED);
        if (secret.equals(RollOptions.GRAPH)) {
            SecretLife life =
                    GivenText.optional(told.lifetime, SecretLife::parse).orElse(SecretLife.USUAL);
            return new NewSecret.ByDirectory(life, GivenText.optional(told.secretName, SecretName::new));
        }
        if (!secret.equals(TYPED)) {
            throw Ended.usage(RollFlow.NAME, "newSecret.kind", secret);
        }
        if (told.lifetime.isPresent() || told.secretName.isPresent()) {
            throw Ended.usage(RollFlow.NAME, "lifetime.typed");
        }
        return new NewSecret.Typed();
    }

    private Restart restart() throws Ended {
        String when = told.restart.orElse(LATER);
        Optional<LocalDate> by = day();
        if (when.equals(NOW) && by.isPresent()) {
            throw Ended.usage(RollFlow.NAME, "restart.both");
        }
        if (!when.equals(NOW) && !when.equals(LATER)) {
            throw Ended.usage(RollFlow.NAME, "restart.when", when);
        }
        return when.equals(NOW) ? new Restart.Now() : new Restart.Later(by);
    }

    private Optional<LocalDate> day() throws Ended {
        try {
            return told.restartBy.map(LocalDate::parse);
        } catch (DateTimeException wrong) {
            throw Ended.usage(RollFlow.NAME, "restart.by", told.restartBy.orElse(""));
        }
    }

    private static <T> List<T> values(List<String> given, Function<String, T> reader) throws Ended {
        List<T> values = new ArrayList<>();
        for (String text : given) {
            values.add(GivenText.value(text, reader));
        }
        return values.stream().distinct().toList();
    }
}
