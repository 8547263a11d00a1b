package keyturn.entra;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import java.io.IOException;
import java.net.ProxySelector;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSignIn;

/** The sign-in of a target's Azure doors, and what carries requests to them. Nothing is sent before a token is asked for. */
public final class Entra {

    private final AzureDoors doors;
    private final HttpClient http;
    private final TokenCredential credential;
    private final CodePrompt prompt;
    private final Map<String, TokenCredential> given = new ConcurrentHashMap<>();

    private Entra(AzureDoors doors, HttpClient http, CodePrompt prompt) {
        this.doors = doors;
        this.http = http;
        this.prompt = prompt;
        this.credential = new SignIns(doors, http, prompt).credential(doors.signIn());
    }

    /**
     * @param prompt for sign-ins with a code
     * @throws Problem.Raised if the trusted certificate, or the one to sign in with, cannot be read
     */
    public static Entra open(AzureDoors doors, CodePrompt prompt) throws Problem.Raised {
        return open(doors, prompt, Waits.USUAL);
    }

    /** @throws Problem.Raised as above */
    static Entra open(AzureDoors doors, CodePrompt prompt, Waits waits) throws Problem.Raised {
        return new Entra(doors, http(doors, waits), prompt);
    }

    private static HttpClient http(AzureDoors doors, Waits waits) throws Problem.Raised {
        try {
            SSLContext tls = Certificates.tls(Certificates.trusted(doors.certificate()));
            var client = java.net.http.HttpClient.newBuilder()
                    .sslContext(tls)
                    .proxy(new ProxyChoice(ProxySelector.getDefault()));
            HttpClient unbounded = new JdkHttpClientBuilder(client)
                    .connectionTimeout(waits.connect())
                    .responseTimeout(waits.answer())
                    .readTimeout(waits.answer())
                    .writeTimeout(waits.answer())
                    .build();
            return new BoundedHttp(unbounded, waits);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new Problem.Raised(new Problem(
                    "login.certificate-file",
                    Message.of(
                            "entra.certificateFile",
                            doors.certificate().map(String::valueOf).orElse("Windows-ROOT")),
                    Optional.of(String.valueOf(unreadable)),
                    Message.of("entra.certificateFile.next")));
        }
    }

    public AzureDoors doors() {
        return doors;
    }

    /** Goes through the system's proxy where it has one, trusts what the doors trust, and takes no answer that is too long or too slow. */
    public HttpClient http() {
        return http;
    }

    /**
     * A credential that gives tokens for one audience and nothing else.
     *
     * @param resource such as {@code https://vault.azure.net}
     */
    public TokenCredential tokensFor(String resource) {
        return given.computeIfAbsent(resource, audience -> new Tokens(credential, doors, doors.signIn(), audience));
    }

    /**
     * A token for one audience as text, for what speaks no HTTP. Waits for a person where one signs in.
     *
     * @throws Problem.Raised where none is to be had
     */
    public String token(String resource) throws Problem.Raised {
        try {
            return tokensFor(resource)
                    .getTokenSync(new TokenRequestContext().addScopes(resource + "/.default"))
                    .getToken();
        } catch (SignInFailed refused) {
            throw new Problem.Raised(refused.problem());
        }
    }

    /** The same with another sign-in, such as a secret that is to be tried out. */
    public TokenCredential tokensFor(String resource, AzureSignIn signIn, AzureDoors as) {
        return new Tokens(new SignIns(as, http, prompt).credential(signIn), as, signIn, resource);
    }
}
