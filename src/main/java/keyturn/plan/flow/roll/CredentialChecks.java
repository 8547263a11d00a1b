package keyturn.plan.flow.roll;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.OneLine;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.Findings;
import keyturn.plan.flow.roll.RollOffer.Held;

/** Each credential of the provider: chosen, or left with a reason. */
final class CredentialChecks {

    private CredentialChecks() {}

    /** No view shows whose secret a credential holds. */
    static Stream<Finding> application(RollSituation situation) {
        return situation.choices().application().isPresent() ? Stream.empty() : found(Severity.BLOCKS, "application");
    }

    static Stream<Finding> chosen(RollSituation situation) {
        if (situation.choices().credentials().isEmpty()) {
            return found(Severity.BLOCKS, "none-chosen");
        }
        return situation.choices().credentials().stream().flatMap(name -> chosen(situation, name));
    }

    private static Stream<Finding> chosen(RollSituation situation, CredentialName name) {
        Optional<Held> held = offer(situation).credentials().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        if (held.isEmpty()) {
            return found(Severity.BLOCKS, "not-there", name, situation.chosen());
        }
        if (!OneLine.holds(name.value())) {
            return Findings.blocked(Area.NAMES, "name.line-break", name);
        }
        return held.get().isTiedElsewhere(situation.choices().application())
                ? found(
                        Severity.BLOCKS,
                        "tied-elsewhere",
                        name,
                        held.get().tie().orElseThrow())
                : held(held.get());
    }

    private static Stream<Finding> held(Held held) {
        if (held.managed()) {
            return found(Severity.BLOCKS, "managed", held.name());
        }
        if (held.logins().isEmpty()) {
            return found(Severity.ATTENTION, "no-login", held.name(), held.identity());
        }
        String logins = held.logins().stream().map(LoginName::value).collect(Collectors.joining(", "));
        Stream<Finding> shown = found(Severity.FINE, "chosen", held.name(), held.identity(), logins, databases(held));
        return held.callers() ? Stream.concat(shown, found(Severity.ATTENTION, "callers", held.name())) : shown;
    }

    private static String databases(Held held) {
        return held.databases().isEmpty()
                ? "-"
                : held.databases().stream().limit(20).map(DatabaseName::value).collect(Collectors.joining(", "))
                        + (held.databases().size() > 20 ? ", …" : "");
    }

    /** A managed identity has nothing to roll, which is reason enough. */
    static Stream<Finding> left(RollSituation situation) {
        return offer(situation).credentials().stream()
                .filter(held -> !situation.choices().credentials().contains(held.name()))
                .flatMap(held -> left(situation, held));
    }

    private static Stream<Finding> left(RollSituation situation, Held held) {
        if (held.managed()) {
            return found(Severity.FINE, "left-managed", held.name());
        }
        if (held.isTiedElsewhere(situation.choices().application())) {
            return found(Severity.FINE, "left-tied", held.name(), held.tie().orElseThrow());
        }
        return Optional.ofNullable(situation.choices().left().get(held.name()))
                .map(String::strip)
                .filter(why -> !why.isEmpty())
                .map(why -> found(Severity.ATTENTION, "left", held.name(), held.identity(), why))
                .orElseGet(() -> found(Severity.BLOCKS, "unsaid", held.name(), held.identity()));
    }

    private static RollOffer offer(RollSituation situation) {
        return new RollOffer(situation.inspection(), situation.chosen());
    }

    private static Stream<Finding> found(Severity severity, String rule, Object... about) {
        return Findings.of(RollFlow.NAME, Area.SECRET, severity, rule, about);
    }
}
