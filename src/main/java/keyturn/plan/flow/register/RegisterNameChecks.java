package keyturn.plan.flow.register;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.OneLine;
import keyturn.domain.Thumbprint;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.KeyLogins;
import keyturn.domain.inspection.Keyholding.NameKind;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.Findings;
import keyturn.plan.flow.register.RegisterChoices.Names;

/** What the key, its login and its credential are called: free names are given, what is there and fits is used. */
final class RegisterNameChecks {

    private RegisterNameChecks() {}

    static Stream<Finding> key(RegisterSituation situation) {
        Names names = situation.choices().names();
        Optional<Thumbprint> wanted = situation.choices().thumbprint();
        if (situation.inspection().facts().asymmetricKeys().value().isEmpty()) {
            return found(Severity.BLOCKS, "keys-unknown", names.key());
        }
        Optional<AsymmetricKey> there = situation.key();
        if (there.isPresent()) {
            return wanted.filter(one -> !one.equals(there.get().thumbprint())).isPresent()
                    ? found(
                            Severity.BLOCKS,
                            "key-other",
                            names.key(),
                            there.get().thumbprint(),
                            wanted.get())
                    : found(
                            Severity.ATTENTION,
                            "key-there",
                            names.key(),
                            there.get().thumbprint());
        }
        return newKey(situation, wanted);
    }

    private static Stream<Finding> newKey(RegisterSituation situation, Optional<Thumbprint> wanted) {
        Names names = situation.choices().names();
        Optional<AsymmetricKey> twin =
                situation.inspection().facts().asymmetricKeys().value().orElse(List.of()).stream()
                        .filter(row -> wanted.equals(Optional.of(row.thumbprint())))
                        .findFirst();
        if (twin.isPresent()) {
            return found(
                    Severity.BLOCKS, "key-twin", twin.get().name(), twin.get().thumbprint());
        }
        return free(situation, NameKind.KEY, names.key().value())
                ? found(Severity.FINE, "key-free", names.key())
                : found(Severity.BLOCKS, "key-taken", names.key());
    }

    static Stream<Finding> login(RegisterSituation situation) {
        Names names = situation.choices().names();
        List<KeyLogin> rows = situation.login();
        if (rows.isEmpty()) {
            List<Finding> other =
                    situation.key().isPresent() ? loginOfKey(situation).toList() : List.of();
            return other.isEmpty() ? newLogin(situation) : other.stream();
        }
        if (rows.stream().anyMatch(KeyLogin::disabled)) {
            return found(Severity.BLOCKS, "login-disabled", names.login());
        }
        boolean elsewhere = rows.stream().noneMatch(row -> row.isOf(names.key()));
        if (elsewhere) {
            return found(Severity.BLOCKS, "login-elsewhere", names.login(), names.key());
        }
        return rows.stream()
                .flatMap(row -> row.credential().stream())
                .filter(held -> !held.equals(names.credential()))
                .flatMap(held -> situation.credential(held).stream())
                .filter(held -> situation
                        .provider()
                        .filter(row -> row.id() == held.providerId())
                        .isPresent())
                .findFirst()
                .map(held -> found(Severity.BLOCKS, "login-holds", names.login(), held.name()))
                .orElseGet(() -> found(Severity.ATTENTION, "login-there", names.login(), names.key()));
    }

    private static Stream<Finding> newLogin(RegisterSituation situation) {
        Names names = situation.choices().names();
        return free(situation, NameKind.LOGIN, names.login().value())
                ? found(Severity.FINE, "login-free", names.login())
                : found(Severity.BLOCKS, "login-taken", names.login());
    }

    /** A key in master may have a login already, under whatever name. */
    private static Stream<Finding> loginOfKey(RegisterSituation situation) {
        Names names = situation.choices().names();
        var own = KeyLogins.of(names.key(), situation.inspection().facts());
        if (own.value().isEmpty()) {
            return found(Severity.BLOCKS, "login-unshown", names.key());
        }
        return own.value().get().stream()
                .map(KeyLogin::name)
                .filter(login -> !login.equals(names.login()))
                .findFirst()
                .map(login -> found(Severity.BLOCKS, "login-other", names.key(), login))
                .orElseGet(Stream::empty);
    }

    static Stream<Finding> credential(RegisterSituation situation) {
        Names names = situation.choices().names();
        Optional<Credential> there = situation.credential();
        if (there.isEmpty()) {
            if (!free(situation, NameKind.CREDENTIAL, names.credential().value())) {
                return found(Severity.BLOCKS, "credential-taken", names.credential());
            }
            return situation.choices().signIn().isPresent()
                    ? found(
                            Severity.FINE,
                            "credential-free",
                            names.credential(),
                            situation.choices().vault())
                    : found(Severity.BLOCKS, "application", names.credential());
        }
        return there(situation, there.get());
    }

    private static Stream<Finding> there(RegisterSituation situation, Credential there) {
        Names names = situation.choices().names();
        boolean ofProvider = situation
                .provider()
                .filter(row -> row.id() == there.providerId())
                .isPresent();
        boolean ofVault = there.identity().equalsIgnoreCase(situation.choices().vault());
        if (!ofProvider || !ofVault) {
            return found(Severity.BLOCKS, "credential-other", names.credential(), there.identity());
        }
        return holder(situation)
                .map(login -> found(Severity.BLOCKS, "credential-held", names.credential(), login))
                .orElseGet(() -> found(Severity.ATTENTION, "credential-there", names.credential()));
    }

    /** Another login that carries it: one credential cannot be on two (33042). */
    private static Optional<String> holder(RegisterSituation situation) {
        Names names = situation.choices().names();
        Stream<String> ofKeys = situation.inspection().facts().keyLogins().value().orElse(List.of()).stream()
                .filter(row -> row.credential().equals(Optional.of(names.credential())))
                .map(row -> row.name().value());
        Stream<String> others = situation.keyholding().holders().value().orElse(List.of()).stream()
                .filter(one ->
                        one.credentials().stream().anyMatch(row -> row.name().equals(names.credential())))
                .flatMap(one -> one.login().stream())
                .map(login -> login.value());
        return Stream.concat(ofKeys, others)
                .filter(login -> !login.equals(names.login().value()))
                .findFirst();
    }

    static Stream<Finding> oneLine(RegisterSituation situation) {
        Names names = situation.choices().names();
        return Stream.of(
                        names.key().value(),
                        names.login().value(),
                        names.credential().value())
                .filter(name -> !OneLine.holds(name))
                .flatMap(name -> Findings.blocked(Area.NAMES, "name.line-break", name));
    }

    /** Without regard to case: whether the server tells them apart depends on its collation. */
    private static boolean free(RegisterSituation situation, NameKind kind, String name) {
        return situation.keyholding().names().value().orElse(List.of()).stream()
                .noneMatch(one -> one.kind() == kind && one.name().equalsIgnoreCase(name));
    }

    private static Stream<Finding> found(Severity severity, String rule, Object... about) {
        return Findings.of(RegisterFlow.NAME, Area.NAMES, severity, rule, about);
    }
}
