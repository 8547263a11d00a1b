package keyturn.plan.flow.rotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.FileVersion;
import keyturn.domain.KnownBuild;
import keyturn.domain.OneLine;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.Keyholding.NameInUse;
import keyturn.domain.inspection.Keyholding.NameKind;
import keyturn.plan.check.Area;
import keyturn.plan.check.Blocks;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Findings;
import keyturn.plan.fact.KeyLines;
import keyturn.plan.fact.LoadedBuild;
import keyturn.plan.flow.rotate.RotateChoices.NewNames;

/** The new vault key as it is named, and what it is to be called on the server. */
final class NewKeyChecks {

    private NewKeyChecks() {}

    /** A version in the name is understood since 2020-11-24. */
    public static Stream<Finding> version(RotationSituation situation) {
        KeyReference wanted = situation.choices().newKey().vaultKey();
        return wanted.version().isEmpty() ? Stream.empty() : young(situation, "rotate.version", wanted);
    }

    /**
     * What only a connector of November 2020 or newer takes: attention with what it means where such a one is loaded, else
     * refused, with what is loaded instead, or with why that cannot be told.
     */
    public static Stream<Finding> young(RotationSituation situation, String rule, Object subject) {
        FileVersion number = KnownBuild.BUILD_15_0_2000_440_NOVEMBER_2020.version();
        return switch (LoadedBuild.of(situation.inspection(), situation.chosen())) {
            case LoadedBuild.Able able -> Findings.attention(Area.NEW_KEY, rule, subject);
            case LoadedBuild.Older older ->
                older.date()
                        .map(date -> Findings.blocked(Area.NEW_KEY, rule + "-old", subject, number, date))
                        .orElseGet(() ->
                                Findings.blocked(Area.NEW_KEY, rule + "-build", subject, number, older.version()));
            case LoadedBuild.Unknown unknown ->
                Stream.of(Findings.of(
                        Area.NEW_KEY,
                        Blocks.of(rule + "-date", Optional.of(unknown.why().text()), subject, number)));
        };
    }

    public static Stream<Finding> names(RotationSituation situation) {
        NewNames names = situation.choices().newKey().names();
        var used = situation.keyholding().names();
        if (situation.standing()) {
            return standing(situation);
        }
        if (used.value().isEmpty()) {
            return Findings.blockedUnknown(Area.NEW_KEY, "rotate.names-unknown", used);
        }
        List<Finding> taken = new ArrayList<>();
        taken(taken, used.value().get(), NameKind.KEY, names.key().value(), "rotate.key-taken");
        taken(taken, used.value().get(), NameKind.LOGIN, names.login().value(), "rotate.login-taken");
        taken(taken, used.value().get(), NameKind.CREDENTIAL, names.credential().value(), "rotate.credential-taken");
        if (situation.callersCredential().isEmpty()) {
            String temporary = situation.temporary().value();
            taken(taken, used.value().get(), NameKind.CREDENTIAL, temporary, "rotate.temporary-taken");
        }
        Stream.of(names.key().value(), names.login().value(), names.credential().value())
                .filter(name -> !OneLine.holds(name))
                .flatMap(name -> Findings.blocked(Area.NAMES, "name.line-break", name))
                .forEach(taken::add);
        return taken.isEmpty()
                ? Findings.fine(Area.NEW_KEY, "rotate.names", names.key(), names.login(), names.credential())
                : taken.stream();
    }

    /** What an earlier rotation left is used on, unless the vault shows that it is another key than the one that is named. */
    private static Stream<Finding> standing(RotationSituation situation) {
        NewNames names = situation.choices().newKey().names();
        KeyReference wanted = situation.choices().newKey().vaultKey();
        if (situation.logins().anyMatch(login -> login.name().equals(names.login()) && login.disabled())) {
            return Findings.blocked(Area.NEW_KEY, "rotate.new-disabled", names.login(), names.key());
        }
        return VaultMatch.of(names.key(), situation.inspection().facts())
                .filter(match ->
                        !match.key().name().equalsIgnoreCase(wanted.name().value())
                                || wanted.version()
                                        .filter(id -> !match.version().id().equalsIgnoreCase(id))
                                        .isPresent())
                .map(match -> Findings.blocked(
                        Area.NEW_KEY, "rotate.standing-other", names.key(), KeyLines.vaultKey(match), wanted))
                .orElseGet(() -> Findings.attention(
                        Area.NEW_KEY, "rotate.standing", names.key(), names.login(), names.credential()));
    }

    /** Without regard to case: whether the server tells them apart depends on its collation. */
    private static void taken(List<Finding> taken, List<NameInUse> used, NameKind kind, String name, String rule) {
        if (used.stream().anyMatch(one -> one.kind() == kind && one.name().equalsIgnoreCase(name))) {
            Findings.blocked(Area.NEW_KEY, rule, name).forEach(taken::add);
        }
    }
}
