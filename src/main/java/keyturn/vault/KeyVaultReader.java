package keyturn.vault;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.security.keyvault.keys.KeyClient;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultDoor;
import keyturn.domain.azure.VaultSight;
import keyturn.entra.Entra;
import keyturn.entra.Patience;
import keyturn.inspect.Told;
import keyturn.inspect.VaultReader;
import reactor.core.publisher.Mono;

/** Reads a vault's keys. */
public final class KeyVaultReader implements VaultReader {

    private final Entra entra;
    private final VaultDoor door;
    private final KeyClient client;
    private final VaultProblems problems;
    private final Region region = new Region();

    /** Sends nothing yet. */
    public KeyVaultReader(Entra entra, VaultDoor door) {
        this.entra = entra;
        this.door = door;
        this.client = KeyClients.of(entra, door, Patience.reading()).keys(region);
        this.problems = new VaultProblems(door);
    }

    @Override
    public VaultAddress address() {
        return door.address();
    }

    @Override
    public Optional<String> region() {
        return Optional.ofNullable(region.named.get());
    }

    @Override
    public Told<List<Listed>> keys() {
        return asked(
                VaultAnswer.LIST,
                "",
                keys -> Pages.all(keys.listPropertiesOfKeys()).stream()
                        .map(Seen::listed)
                        .toList());
    }

    @Override
    public Told<List<VaultSight.Version>> versions(String key) {
        return asked(
                VaultAnswer.VERSIONS,
                key,
                keys -> Pages.all(keys.listPropertiesOfKeyVersions(key)).stream()
                        .map(Seen::version)
                        .toList());
    }

    @Override
    public Told<VaultSight.Material> material(String key, String version) {
        return asked(VaultAnswer.GET, key, keys -> Seen.material(keys.getKey(key, version)));
    }

    @Override
    public Told<VaultSight.RotationPolicy> rotationPolicy(String key) {
        return asked(VaultAnswer.POLICY, key, keys -> Seen.policy(keys.getKeyRotationPolicy(key)));
    }

    @Override
    public Told<List<VaultSight.DeletedKey>> deletedKeys() {
        return asked(
                VaultAnswer.DELETED,
                "",
                keys -> Pages.all(keys.listDeletedKeys()).stream()
                        .map(Seen::deleted)
                        .toList());
    }

    private <T> Told<T> asked(VaultAnswer what, String about, Function<KeyClient, T> question) {
        try {
            return new Told.Answered<>(question.apply(client));
        } catch (RuntimeException failure) {
            return problems.told(failure, what, about);
        }
    }

    /** Each answer names the vault's region: what a geography is compared by, without rights at the resource manager. */
    private static final class Region implements HttpPipelinePolicy {

        private static final HttpHeaderName NAME = HttpHeaderName.fromString("x-ms-keyvault-region");
        private final AtomicReference<String> named = new AtomicReference<>();

        @Override
        public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
            return next.process().doOnNext(this::note);
        }

        @Override
        public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
            HttpResponse response = next.processSync();
            note(response);
            return response;
        }

        private void note(HttpResponse response) {
            Optional.ofNullable(response.getHeaderValue(NAME)).ifPresent(named::set);
        }
    }

    @Override
    public Optional<Problem> trial(ClientId application, Secret secret, KeyReference key) {
        return new SecretTrial(entra)
                .tryOut(door, Optional.empty(), application, secret, key).stream()
                        .flatMap(tried -> tried.problem().stream())
                        .findFirst();
    }
}
