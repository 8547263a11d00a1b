package keyturn.entra;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.AzurePowerShellCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.CredentialBuilderBase;
import com.azure.identity.DeviceCodeCredentialBuilder;
import com.azure.identity.InteractiveBrowserCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import keyturn.domain.Secret;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSignIn;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.TenantId;

/** From a sign-in to Microsoft's credential of that kind. */
final class SignIns {

    private final AzureDoors doors;
    private final HttpClient http;
    private final CodePrompt prompt;

    SignIns(AzureDoors doors, HttpClient http, CodePrompt prompt) {
        this.doors = doors;
        this.http = http;
        this.prompt = prompt;
    }

    TokenCredential credential(AzureSignIn signIn) {
        return switch (signIn) {
            case AzureSignIn.Interactive person ->
                directory(new InteractiveBrowserCredentialBuilder()).build();
            case AzureSignIn.DeviceCode person ->
                directory(new DeviceCodeCredentialBuilder())
                        .challengeConsumer(code -> prompt.show(
                                code.getUserCode(),
                                URI.create(code.getVerificationUrl()),
                                code.getExpiresOn().toInstant()))
                        .build();
            case AzureSignIn.AzureCli person -> {
                var cli = common(new AzureCliCredentialBuilder());
                doors.tenant().map(TenantId::value).ifPresent(cli::tenantId);
                yield cli.build();
            }
            case AzureSignIn.AzurePowerShell person -> {
                var shell = common(new AzurePowerShellCredentialBuilder());
                doors.tenant().map(TenantId::value).ifPresent(shell::tenantId);
                yield shell.build();
            }
            case AzureSignIn.ClientSecret own -> secret(own);
            case AzureSignIn.ClientCertificate own -> certificate(own);
            case AzureSignIn.ManagedIdentity machine -> {
                var identity = common(new ManagedIdentityCredentialBuilder());
                machine.client().ifPresent(client -> identity.clientId(client.value()));
                yield identity.build();
            }
        };
    }

    /** Microsoft's builder takes a text, so the secret lives in one as long as the credential does. */
    private TokenCredential secret(AzureSignIn.ClientSecret own) {
        return directory(new ClientSecretCredentialBuilder()
                        .clientId(own.client().value()))
                .clientSecret(text(own.secret()))
                .build();
    }

    private TokenCredential certificate(AzureSignIn.ClientCertificate own) {
        var builder = directory(
                new ClientCertificateCredentialBuilder().clientId(own.client().value()));
        String file = own.file().toString();
        if (file.toLowerCase(Locale.ROOT).endsWith(".pem")) {
            builder.pemCertificate(file);
        } else {
            builder.pfxCertificate(file);
        }
        own.password().ifPresent(password -> builder.clientCertificatePassword(text(password)));
        return builder.build();
    }

    private static String text(Secret secret) {
        char[] content = secret.reveal();
        try {
            return new String(content);
        } finally {
            Arrays.fill(content, '\0');
        }
    }

    /**
     * An address that is not Microsoft's cannot be looked up in Microsoft's list of addresses, so it is not asked for (document:
     * Azure Identity, disconnected clouds).
     */
    private <T extends AadCredentialBuilderBase<T>> T directory(T builder) {
        T with = common(builder).authorityHost(doors.login() + "/");
        doors.tenant().map(TenantId::value).ifPresent(with::tenantId);
        boolean known =
                Arrays.stream(Cloud.values()).anyMatch(cloud -> cloud.login().equals(doors.login()));
        return known ? with : with.disableInstanceDiscovery();
    }

    private <T extends CredentialBuilderBase<T>> T common(T builder) {
        return builder.httpClient(http)
                .retryOptions(Patience.reading())
                .httpLogOptions(Silence.options())
                .addPolicy(new NoRedirect());
    }
}
