package keyturn.plan.depend;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One key with all that opens it, as far as it is there or is known to be somewhere. */
record Chain(
        PartId key,
        Optional<PartId> provider,
        Optional<PartId> login,
        Optional<PartId> credential,
        Optional<PartId> vault,
        Optional<PartId> vaultKey) {

    static Chain ofKeyAlone(PartId key) {
        return new Chain(key, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Stream<PartId> parts() {
        return Stream.of(provider, Optional.of(key), login, credential, vault, vaultKey)
                .flatMap(Optional::stream);
    }

    /** The lines of the picture. */
    Stream<Edge> edges() {
        return Stream.of(
                        edge(provider, Optional.of(key)),
                        edge(Optional.of(key), login),
                        edge(login, credential),
                        edge(credential, vault),
                        edge(vault, vaultKey))
                .flatMap(Optional::stream);
    }

    /** What this part of it needs, without itself. */
    List<PartId> needs(PartId part) {
        return switch (part.kind()) {
            case DATABASE -> parts().toList();
            case KEY -> parts().filter(other -> !other.equals(part)).toList();
            case LOGIN -> Stream.of(credential, vault).flatMap(Optional::stream).toList();
            case CREDENTIAL, VAULT_KEY -> vault.stream().toList();
            case PROVIDER, VAULT -> List.of();
        };
    }

    boolean has(PartId part) {
        return parts().anyMatch(part::equals);
    }

    private static Optional<Edge> edge(Optional<PartId> left, Optional<PartId> right) {
        return left.flatMap(from -> right.map(to -> new Edge(from, to)));
    }
}
