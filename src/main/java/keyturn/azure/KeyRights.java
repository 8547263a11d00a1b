package keyturn.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.KeyRight;
import keyturn.entra.Entra;
import keyturn.entra.Failure;
import keyturn.inspect.Told;

/** From roles, or from access policies, to what the signed-in principal may do with keys. */
final class KeyRights {

    private final Entra entra;
    private final String resource;
    private final ManagerDoor manager;

    KeyRights(Entra entra, String resource, ManagerDoor manager) {
        this.entra = entra;
        this.resource = resource;
        this.manager = manager;
    }

    /** @param held one entry for each role that the principal holds there, its groups' included */
    static Set<KeyRight> byRoles(List<JsonNode> held) {
        return Arrays.stream(KeyRight.values())
                .filter(right -> held.stream().anyMatch(role -> grants(role, right.action())))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean grants(JsonNode role, String action) {
        return fits(role.path("dataActions"), action) && !fits(role.path("notDataActions"), action);
    }

    private static boolean fits(JsonNode patterns, String action) {
        return StreamSupport.stream(patterns.spliterator(), false)
                .map(pattern -> Arrays.stream(pattern.asText().split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")))
                .anyMatch(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                        .matcher(action)
                        .matches());
    }

    /**
     * A policy names a principal by its object id, which the token of this door tells; policies for groups are counted where
     * the token names them.
     */
    Told<Set<KeyRight>> byPolicies(JsonNode vault) {
        Set<String> own;
        try {
            own = ids(new OwnToken(entra, resource).claims());
        } catch (RuntimeException noToken) {
            return new Told.Failed<>(manager.problem(Failure.of(noToken)));
        }
        return own.isEmpty() ? new Told.Failed<>(problem("token-unread", "tokenUnread")) : granted(vault, own);
    }

    private static Told<Set<KeyRight>> granted(JsonNode vault, Set<String> own) {
        List<JsonNode> policies = StreamSupport.stream(
                        vault.path("properties").path("accessPolicies").spliterator(), false)
                .filter(policy -> own.contains(policy.path("objectId").asText()))
                .toList();
        return policies.isEmpty()
                ? new Told.Failed<>(problem("no-policy", "noPolicy"))
                : new Told.Answered<>(policies.stream()
                        .flatMap(policy -> StreamSupport.stream(
                                policy.path("permissions").path("keys").spliterator(), false))
                        .flatMap(KeyRights::named)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** {@code all} is what old policies have; it leaves out purge and what came after it (document: Key Vault, access policies). */
    private static java.util.stream.Stream<KeyRight> named(JsonNode permission) {
        String word = permission.asText();
        if (word.equalsIgnoreCase("all")) {
            return Arrays.stream(KeyRight.values()).filter(right -> right != KeyRight.PURGE);
        }
        return Arrays.stream(KeyRight.values())
                .filter(right -> right.permission().equalsIgnoreCase(word));
    }

    /** The principal's object id and its groups', as far as the token can be read. */
    private static Set<String> ids(JsonNode claims) {
        Set<String> ids = new TreeSet<>();
        Optional.ofNullable(claims.path("oid").textValue()).ifPresent(ids::add);
        claims.path("groups").forEach(group -> ids.add(group.asText()));
        return ids;
    }

    private static Problem problem(String rule, String words) {
        String key = "azure." + words;
        return new Problem("azure." + rule, Message.of(key), Optional.empty(), Message.of(key + ".next"));
    }
}
