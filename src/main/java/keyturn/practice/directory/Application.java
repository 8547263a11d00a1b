package keyturn.practice.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An application and its service principal in the tenant.
 *
 * @param objectId of the application
 * @param clientId by which it signs in
 * @param principalId object id of the service principal, to which rights are given
 * @param graph what Graph lets it do: Application.Read.All, Application.ReadWrite.OwnedBy, Application.ReadWrite.All
 */
public record Application(
        String objectId,
        String clientId,
        String principalId,
        String name,
        Set<String> graph,
        List<ClientSecret> secrets) {

    /** Object id of an application that another tenant has registered: here is its service principal alone. */
    public static final String NOT_OURS = "";

    public Application {
        graph = Set.copyOf(graph);
        secrets = List.copyOf(secrets);
    }

    /** A secret that an owner has made and no credential holds yet. */
    public Optional<ClientSecret> byOwner() {
        return secrets.stream()
                .filter(secret -> secret.name().equals(ClientSecret.BY_OWNER))
                .findFirst();
    }

    public Application with(ClientSecret secret) {
        List<ClientSecret> more = new ArrayList<>(secrets);
        more.add(secret);
        return new Application(objectId, clientId, principalId, name, graph, more);
    }

    public Application without(String secret) {
        return new Application(
                objectId,
                clientId,
                principalId,
                name,
                graph,
                secrets.stream().filter(s -> !s.id().equals(secret)).toList());
    }
}
