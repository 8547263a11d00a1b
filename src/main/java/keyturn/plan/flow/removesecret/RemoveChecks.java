package keyturn.plan.flow.removesecret;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.domain.CredentialName;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.Tie;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.KeyUses.Altered;
import keyturn.domain.inspection.ServerStart;
import keyturn.plan.check.Area;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.DatabaseChecks;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Findings;
import keyturn.plan.check.InstanceChecks;
import keyturn.plan.check.TopologyChecks;
import keyturn.plan.fact.Times;

/** What is looked at before a secret is removed. */
final class RemoveChecks {

    private static final List<Function<RemoveSituation, Stream<Finding>>> ALL = List.of(
            InstanceChecks::version,
            CallerChecks::mayRun,
            InstanceChecks::provider,
            TopologyChecks::cluster,
            TopologyChecks::listener,
            TopologyChecks::partners,
            RemoveChecks::another,
            RemoveChecks::known,
            RemoveChecks::altered,
            HeldChecks::credentials,
            HeldChecks::ownSignIn,
            RemoveChecks::restarted,
            DatabaseChecks::known,
            DatabaseChecks::unknown,
            OpenedChecks::databases,
            SignInChecks::findings,
            RemoveChecks::expires);

    private RemoveChecks() {}

    static List<Finding> findings(RemoveSituation situation) {
        return ALL.stream().flatMap(check -> check.apply(situation)).toList();
    }

    /** Never the last valid one, nor the newest: that is the one that credentials are given. */
    private static Stream<Finding> another(RemoveSituation situation) {
        Optional<SecretSeen> successor = situation.successor();
        if (successor.isEmpty()) {
            return Findings.blocked(
                    Area.SECRET, "remove.last", situation.choices().secret().application());
        }
        boolean isNewest = situation
                .secret()
                .flatMap(SecretSeen::starts)
                .filter(from -> from.isBefore(successor.get().starts().orElseThrow()))
                .isEmpty();
        return isNewest
                ? Findings.blocked(
                        Area.SECRET,
                        "remove.newest",
                        label(situation),
                        successor.get().label())
                : Findings.fine(Area.SECRET, "remove.another", successor.get().label(), end(successor.get()));
    }

    /** Each credential of the server signs in as this application, or is known to sign in as another one. */
    private static Stream<Finding> known(RemoveSituation situation) {
        if (situation.inspection().facts().credentials().value().isEmpty()) {
            return Findings.blockedUnknown(
                    Area.SECRET,
                    "remove.credentials-unread",
                    situation.inspection().facts().credentials());
        }
        List<Finding> unknown = situation.withSecret().stream()
                .map(Credential::name)
                .filter(name -> !situation.choices().credentials().contains(name))
                .filter(name -> !isOfAnother(situation, name))
                .flatMap(name -> Findings.blocked(
                        Area.SECRET,
                        "remove.unknown",
                        name,
                        situation.choices().secret().application()))
                .toList();
        return unknown.isEmpty()
                ? Findings.fine(
                        Area.SECRET,
                        "remove.known",
                        situation.choices().credentials().size())
                : unknown.stream();
    }

    private static boolean isOfAnother(RemoveSituation situation, CredentialName name) {
        return situation
                .inspection()
                .ties()
                .of(name)
                .map(Tie::application)
                .filter(other -> !other.equals(situation.choices().secret().application()))
                .isPresent();
    }

    /** Since the newer secret came to be. */
    private static Stream<Finding> altered(RemoveSituation situation) {
        var alterations =
                situation.inspection().facts().around().keyholding().uses().alterations();
        if (alterations.value().isEmpty()) {
            return Findings.blockedUnknown(Area.SECRET, "remove.alterations-unread", alterations);
        }
        Optional<Instant> newer = situation.successor().flatMap(SecretSeen::starts);
        return situation.choices().credentials().stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .flatMap(name -> altered(situation, name, newer));
    }

    private static Stream<Finding> altered(RemoveSituation situation, CredentialName name, Optional<Instant> newer) {
        Optional<Altered> row = situation.altered(name);
        if (row.isEmpty()) {
            return Findings.blocked(Area.SECRET, "remove.no-credential", name);
        }
        Instant at = row.get().at();
        return newer.filter(at::isBefore).isPresent()
                ? Findings.blocked(
                        Area.SECRET, "remove.not-altered", name, Times.seconds(at), Times.seconds(newer.orElseThrow()))
                : Findings.fine(Area.SECRET, "remove.altered", name, Times.seconds(at));
    }

    /** The start time has moved past each alteration. */
    private static Stream<Finding> restarted(RemoveSituation situation) {
        var started = situation.inspection().facts().startedAt();
        if (started.value().isEmpty()) {
            return Findings.blockedUnknown(Area.RESTART, "remove.start-unread", started);
        }
        Instant start = started.value().map(ServerStart::instant).orElseThrow();
        List<Finding> pending = situation.choices().credentials().stream()
                .flatMap(name -> situation.altered(name).stream())
                .filter(row -> !start.isAfter(row.at()))
                .flatMap(row -> Findings.blocked(
                        Area.RESTART,
                        "remove.not-restarted",
                        row.name(),
                        Times.seconds(row.at()),
                        Times.seconds(start)))
                .toList();
        return pending.isEmpty()
                ? Findings.fine(Area.RESTART, "remove.restarted", Times.seconds(start))
                : pending.stream();
    }

    /** The usual way. */
    private static Stream<Finding> expires(RemoveSituation situation) {
        Instant now = situation.inspection().takenAt();
        return situation.secret().stream()
                .flatMap(secret -> secret.isValid(now)
                        ? Findings.attention(Area.SECRET, "remove.expires", secret.label(), end(secret))
                        : Findings.fine(Area.SECRET, "remove.expired", secret.label(), end(secret)));
    }

    private static String label(RemoveSituation situation) {
        return situation
                .secret()
                .map(SecretSeen::label)
                .orElse(situation.choices().secret().keyId());
    }

    static String end(SecretSeen secret) {
        return secret.expires().map(Times::seconds).orElse("–");
    }
}
