package keyturn.trouble.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.TiedApplication;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.reach.Endpoint.Purpose;
import keyturn.domain.reach.EndpointSeen;
import keyturn.plan.build.SeenOnHost;
import keyturn.plan.build.UriOnHost;
import keyturn.plan.check.Blocks;
import keyturn.plan.check.HostLook;
import keyturn.plan.forecast.Cause.KeyNotInVault;
import keyturn.plan.triage.VaultTriage;
import keyturn.trouble.Knowledge;
import keyturn.trouble.RootCause;
import keyturn.trouble.check.CheckResult.State;
import keyturn.trouble.text.Explainer;

/** What vault, directory and network show from this computer. */
final class AzureSide {

    private static final List<KeyRight> NEEDED = List.of(KeyRight.GET, KeyRight.LIST, KeyRight.WRAP, KeyRight.UNWRAP);

    /** Whoever asks from wherever is told the same. */
    private static final Set<RootCause> OF_AZURE =
            Set.of(RootCause.VAULT_GONE, RootCause.SERVICE_DOWN, RootCause.THROTTLED, RootCause.SIGN_IN_DOWN);

    /** SQL Server is refused for the same reason where it signs in as the same application, from any computer. */
    private static final Set<RootCause> OF_IDENTITY = Set.of(
            RootCause.SECRET_EXPIRED,
            RootCause.SECRET_WRONG,
            RootCause.SECRET_LAYOUT,
            RootCause.TENANT_WRONG,
            RootCause.SIGN_IN_REFUSED,
            RootCause.RIGHTS_MISSING);

    private final CheckedWorld world;
    private final Inspection.Facts facts;
    private final Explainer explainer = new Explainer(Knowledge.all());

    AzureSide(CheckedWorld world) {
        this.world = world;
        this.facts = world.seen().facts();
    }

    void secret(Gathering into) {
        problems("login.").forEach(problem -> problem(into, problem));
        if (facts.azure().isEmpty()) {
            into.say(State.UNKNOWN, "azure.none", List.of());
            return;
        }
        AzureSight sight = facts.azure().get();
        applications(sight)
                .forEach(one -> one.value().ifPresentOrElse(seen -> secrets(into, seen), () -> into.unread(one)));
    }

    /** Nobody sees which of them a credential holds. */
    private void secrets(Gathering into, ApplicationSeen seen) {
        int all = seen.secrets().size();
        long valid = seen.secrets().stream()
                .filter(secret -> secret.isValid(world.seen().takenAt()))
                .count();
        into.say(State.FINE, "secret.seen", List.of(seen.name(), all));
        if (valid < all) {
            into.say(State.ATTENTION, "secret.over", List.of(seen.name(), all - valid));
        }
    }

    /** Those of credentials, and the one that the target names; that it names none says nothing where a credential has one. */
    private static List<Fact<ApplicationSeen>> applications(AzureSight sight) {
        List<Fact<ApplicationSeen>> tied =
                sight.tied().stream().map(TiedApplication::seen).toList();
        boolean named = tied.isEmpty() || sight.application().value().isPresent();
        return Stream.concat(Stream.of(sight.application()).filter(one -> named), tied.stream())
                .distinct()
                .toList();
    }

    void vault(Gathering into) {
        problems("azure.").forEach(problem -> problem(into, problem));
        problems("vault.").forEach(problem -> problem(into, problem));
        problems("login.other").forEach(problem -> problem(into, problem));
        outage(into);
        if (facts.azure().isEmpty()) {
            into.say(State.UNKNOWN, "azure.none", List.of());
        }
        facts.azure().map(AzureSight::vaults).orElse(List.of()).forEach(vault -> keys(into, vault));
    }

    private static void keys(Gathering into, VaultSight vault) {
        vault.keys()
                .value()
                .ifPresentOrElse(
                        keys -> into.say(
                                State.FINE,
                                "vault.keys",
                                List.of(vault.address().name(), keys.size())),
                        () -> into.unread(vault.keys()));
        vault.deleted()
                .value()
                .orElse(List.of())
                .forEach(gone -> into.say(
                        State.ATTENTION,
                        "vault.deleted",
                        List.of(gone.name(), vault.address().name())));
    }

    /** That several vaults cannot be reached from here may be the fault of this computer alone. */
    private void outage(Gathering into) {
        VaultTriage triage = VaultTriage.of(world.seen());
        boolean expired = facts.azure().flatMap(AzureSight::expired).isPresent();
        if (triage.isServiceAtFault()) {
            into.say(State.FOUND, "vault.wait", List.of(), RootCause.SERVICE_DOWN);
        } else if (!expired && triage.isToWait()) {
            into.say(State.ATTENTION, "vault.unreached", List.of());
        }
    }

    private boolean isClosed() {
        return !MissingKeys.closed(world.seen()).isEmpty();
    }

    /** The key URI of each key of a provider, as far as its vault was read or the registry of the host has it. */
    void uris(Gathering into, List<AsymmetricKey> keys) {
        for (AsymmetricKey key : keys) {
            VaultMatch.of(key.name(), facts)
                    .ifPresentOrElse(
                            found -> into.say(State.FINE, "keys.uri", List.of(key.name(), uri(found))),
                            () -> unmatched(into, key));
        }
    }

    /** No view shows which key a closed database needs. One that its vault no longer has is most likely why it is closed. */
    private void unmatched(Gathering into, AsymmetricKey key) {
        Optional<KeyNotInVault> gone = new GoneKeys(world.seen()).of(key).filter(one -> isClosed());
        Optional<UriOnHost> uri = UriOnHost.of(key.thumbprint(), world.seen());
        gone.ifPresent(one -> into.say(
                State.FOUND, "keys.notInVault", List.of(key.name(), one.vault().name()), RootCause.KEY_DELETED));
        if (uri.isPresent()) {
            into.say(State.FINE, "keys.uriOnHost", List.of(key.name(), uri.get()));
        } else if (gone.isEmpty()) {
            String read = SeenOnHost.in(world.seen()).isPresent() ? "keys.noUriOnHost" : "keys.noUri";
            into.say(State.UNKNOWN, read, List.of(key.name()));
        }
    }

    private static String uri(VaultMatch match) {
        return match.vault().address().uri() + "/keys/" + match.key().name() + "/"
                + match.version().id();
    }

    void rights(Gathering into) {
        if (facts.azure().isEmpty()) {
            into.say(State.UNKNOWN, "azure.none", List.of());
            return;
        }
        AzureSight sight = facts.azure().get();
        boolean ofEngine = sight.engine().isPresent();
        if (!ofEngine) {
            into.say(State.UNKNOWN, "rights.other", List.of());
        }
        for (VaultSight vault : sight.vaults()) {
            for (KeyRight right : NEEDED) {
                vault.may(right)
                        .value()
                        .ifPresentOrElse(
                                held -> right(into, vault, right, held, ofEngine),
                                () -> unread(into, vault.may(right), ofEngine));
            }
        }
    }

    private static void unread(Gathering into, Fact<Boolean> right, boolean ofEngine) {
        if (ofEngine) {
            into.unread(right);
        } else {
            into.add(State.UNKNOWN, Blocks.reason(right));
        }
    }

    /** What somebody else lacks says nothing of SQL Server. */
    private static void right(Gathering into, VaultSight vault, KeyRight right, boolean held, boolean ofEngine) {
        List<Object> shown = List.of(vault.address().name(), right.permission());
        if (held) {
            into.say(State.FINE, "rights.held", shown);
        } else if (ofEngine) {
            into.say(State.FOUND, "rights.missing", shown, RootCause.RIGHTS_MISSING);
        } else {
            into.say(State.UNKNOWN, "rights.missing", shown);
        }
    }

    void endpoints(Gathering into) {
        world.endpoints().forEach(one -> endpoint(into, one));
        if (world.endpoints().isEmpty()) {
            into.say(State.UNKNOWN, "endpoints.none", List.of());
        } else {
            into.look(new HostLook.Reach(world.endpoints().stream()
                    .filter(one -> one.endpoint().purpose() != Purpose.REVOCATION)
                    .map(one -> one.endpoint().host())
                    .distinct()
                    .toList()));
            into.say(State.UNKNOWN, "endpoints.account", List.of(account()));
        }
    }

    private void endpoint(Gathering into, EndpointSeen one) {
        List<Object> shown =
                List.of(one.endpoint(), one.issuer().orElse(""), one.detail().orElse(""));
        String key = "endpoints."
                + one.endpoint().purpose().name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (one.answered()) {
            into.say(State.FINE, key, shown);
        } else {
            into.say(State.ATTENTION, key + ".failed", shown);
        }
    }

    private String account() {
        return facts.around().serviceAccount().value().orElse("(unknown)");
    }

    void proxy(Gathering into) {
        if (world.proxy().value().isEmpty()) {
            into.unread(world.proxy());
        }
        world.proxy()
                .value()
                .ifPresent(asked -> asked.ifPresentOrElse(
                        proxy -> into.say(State.ATTENTION, "proxy.here", List.of(proxy)),
                        () -> into.say(State.FINE, "proxy.none", List.of())));
        into.say(State.UNKNOWN, "proxy.account", List.of(account()));
        facts.around().serviceAccount().value().ifPresent(account -> into.look(new HostLook.ServiceProxy(account)));
    }

    private List<Problem> problems(String prefix) {
        List<Problem> all = new ArrayList<>();
        facts.azure().ifPresent(sight -> all.addAll(sight.problems()));
        all.removeIf(problem -> !problem.code().startsWith(prefix));
        return all;
    }

    /** What only this computer or another sign-in is refused says nothing of SQL Server. */
    private void problem(Gathering into, Problem problem) {
        List<RootCause> causes = explainer
                .explain(problem.code() + "\n" + problem.detail().orElse(""))
                .causes();
        if (isOfServer(causes.getFirst())) {
            into.add(State.FOUND, problem.summary(), causes.stream().limit(2).toArray(RootCause[]::new));
        } else {
            into.add(State.ATTENTION, problem.summary());
            into.say(State.UNKNOWN, "azure.here", List.of());
        }
    }

    private boolean isOfServer(RootCause cause) {
        boolean asEngine = facts.azure().flatMap(AzureSight::engine).isPresent();
        return OF_AZURE.contains(cause) || (asEngine && OF_IDENTITY.contains(cause));
    }
}
