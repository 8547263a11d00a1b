package keyturn.entra;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSignIn;
import keyturn.domain.azure.TenantId;
import reactor.core.publisher.Mono;

/**
 * Gives tokens for one audience, from the tenant that was set. Whatever a door's challenge asks for, it gets a token for that
 * door's own audience in its own cloud, or none: an impostor cannot ask for one that opens another door. What a failure was is
 * told in our own words, once, and kept, as a token is: who asks ten doors at a time, with a wrong secret too, asks the sign-in
 * but once.
 */
final class Tokens implements TokenCredential {

    /** A token that ends sooner is not begun with. */
    private static final Duration LEFT = Duration.ofMinutes(5);

    private final TokenCredential credential;
    private final AzureDoors doors;
    private final AzureSignIn signIn;
    private final String resource;
    private final Object asking = new Object();
    private Optional<Failure.NoToken> refused = Optional.empty();
    private Optional<AccessToken> kept = Optional.empty();

    Tokens(TokenCredential credential, AzureDoors doors, AzureSignIn signIn, String resource) {
        this.credential = credential;
        this.doors = doors;
        this.signIn = signIn;
        this.resource = resource;
    }

    @Override
    public Mono<AccessToken> getToken(TokenRequestContext asked) {
        return Mono.fromCallable(() -> getTokenSync(asked));
    }

    @Override
    public AccessToken getTokenSync(TokenRequestContext asked) {
        if (!asked.getScopes().equals(List.of(resource + "/.default"))) {
            throw new SignInFailed(new Problem(
                    "login.other-audience",
                    Message.of(
                            "entra.otherAudience",
                            resource,
                            String.join(" ", asked.getScopes()).replace("/.default", "")),
                    Optional.empty(),
                    Message.of("entra.otherAudience.next")));
        }
        synchronized (asking) {
            if (refused.isPresent()) {
                throw new SignInFailed(refused.get());
            }
            TokenRequestContext wanted = tenant(asked);
            Optional<AccessToken> good = kept.filter(token -> asked.getClaims() == null && lasts(token));
            AccessToken token = good.orElseGet(() -> fetched(wanted));
            kept = Optional.of(token);
            return token;
        }
    }

    private static boolean lasts(AccessToken token) {
        return token.getExpiresAt().isAfter(OffsetDateTime.now(ZoneOffset.UTC).plus(LEFT));
    }

    private AccessToken fetched(TokenRequestContext wanted) {
        try {
            return credential.getTokenSync(wanted);
        } catch (RuntimeException failure) {
            Failure.NoToken why = new SignInProblems(doors, signIn).of(failure);
            if (why.number().isPresent()) {
                refused = Optional.of(why);
            }
            throw new SignInFailed(why, failure);
        }
    }

    /** The door names a tenant; the one that was set is signed in to, and a door of another is told so. */
    private TokenRequestContext tenant(TokenRequestContext asked) {
        Optional<String> named = Optional.ofNullable(asked.getTenantId());
        var wanted = new TokenRequestContext()
                .setScopes(asked.getScopes())
                .setClaims(asked.getClaims())
                .setCaeEnabled(asked.isCaeEnabled());
        if (doors.tenant().isEmpty()) {
            return named.map(wanted::setTenantId).orElse(wanted);
        }
        String set = doors.tenant().get().value();
        if (named.isPresent() && isId(set) && isId(named.get()) && !set.equalsIgnoreCase(named.get())) {
            throw new SignInFailed(new Problem(
                    "login.other-tenant",
                    Message.of("entra.otherTenant", named.get(), set),
                    Optional.empty(),
                    Message.of("entra.otherTenant.next", new TenantId(named.get()))));
        }
        return wanted;
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException domain) {
            return false;
        }
    }
}
