package keyturn.entra;

import com.azure.identity.CredentialUnavailableException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSignIn;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.TenantId;

/** From what the sign-in said to problems, under the directory's own numbers ({@code login.AADSTS7000222}). */
final class SignInProblems {

    /** Answers with words of their own: application, secret, tenant, person. */
    private static final Set<String> KNOWN = Set.of(
            "7000215", "7000222", "700016", "90002", "700027", "50034", "50126", "50076", "53003", "65001", "70017",
            "70019", "500011");

    private static final Pattern NUMBER = Pattern.compile("AADSTS([0-9]+)");

    private final AzureDoors doors;
    private final AzureSignIn signIn;

    SignInProblems(AzureDoors doors, AzureSignIn signIn) {
        this.doors = doors;
        this.signIn = signIn;
    }

    Failure.NoToken of(RuntimeException failure) {
        Optional<String> said = Causes.of(failure)
                .map(Throwable::getMessage)
                .filter(text -> text != null && NUMBER.matcher(text).find())
                .reduce((outer, inner) -> inner);
        if (said.isPresent()) {
            return numbered(said.get());
        }
        if (Causes.contain(failure, CredentialUnavailableException.class)) {
            return unnumbered(plain("unavailable." + kind(), failure));
        }
        Message place = Message.of("entra.place.login", doors.login());
        return switch (Failure.of(failure)) {
            case Failure.Network network -> unnumbered(NetworkProblems.of("login", place, network));
            case Failure.Limit limit -> unnumbered(NetworkProblems.ofLimit("login", place, limit));
            case Failure.Said answer -> unnumbered(said(answer));
            case Failure.NoToken told -> told;
            case Failure.Client client -> unnumbered(plain("failed." + kind(), failure));
        };
    }

    private static Failure.NoToken unnumbered(Problem problem) {
        return new Failure.NoToken(problem, Optional.empty());
    }

    private Problem said(Failure.Said answer) {
        return new Problem(
                "login." + answer.status(),
                Message.of("entra.said", doors.login(), answer.status()),
                Optional.of(answer.detail()),
                Message.of("entra.said.next"));
    }

    private Failure.NoToken numbered(String said) {
        Matcher number = NUMBER.matcher(said);
        String found = number.find() ? number.group(1) : "";
        String key = KNOWN.contains(found) ? "entra.AADSTS" + found : "entra.AADSTS";
        Problem problem = new Problem(
                "login.AADSTS" + found,
                Message.of(key, who(), tenant(), "AADSTS" + found),
                Optional.of(said.strip()),
                Message.of(key + ".next", who(), tenant()));
        return new Failure.NoToken(problem, Optional.of(found));
    }

    private Problem plain(String key, RuntimeException failure) {
        return new Problem(
                "login." + key,
                Message.of("entra." + key),
                Optional.of(String.valueOf(failure.getMessage())),
                Message.of("entra." + key + ".next"));
    }

    private String who() {
        return signIn.application().map(ClientId::value).orElse("");
    }

    private String tenant() {
        return doors.tenant().map(TenantId::value).orElse("");
    }

    private String kind() {
        return signIn.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
