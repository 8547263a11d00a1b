package keyturn.cli.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.cli.page.Paint.Ink;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultSight;

/** What was seen at Azure doors, for people: each vault with its keys, and what was not to be seen. */
final class AzurePage {

    private static final int NAME_LIMIT = 30;

    private final TerminalPage page;
    private final AzureSight sight;
    private final Instant now;

    /** @param now when it was seen: what has expired by then is marked */
    AzurePage(TerminalPage page, AzureSight sight, Instant now) {
        this.page = page;
        this.sight = sight;
        this.now = now;
    }

    void vaults() {
        sight.vaults().forEach(this::vault);
    }

    void problems() {
        if (!sight.problems().isEmpty()) {
            page.heading(Message.of("cli.azure.problems"));
            sight.problems().forEach(this::problem);
        }
    }

    private void vault(VaultSight vault) {
        page.heading(Message.of("cli.azure.vault", vault.address().name()));
        page.field(word("region"), FactText.of(vault.region(), name -> name));
        page.field(word("settings"), FactText.of(vault.resource(), AzurePage::settings));
        page.field(word("rights"), FactText.of(vault.rights(), AzurePage::rights));
        page.field(word("keys"), FactText.of(vault.keys(), keys -> say("count", keys.size())));
        vault.keys().value().ifPresent(this::keys);
        page.field(word("deleted"), FactText.of(vault.deleted(), AzurePage::deleted));
    }

    private static String settings(VaultSight.Resource vault) {
        return String.join(
                ", ",
                word(vault.premium() ? "premium" : "standard"),
                word(vault.roles() ? "byRoles" : "byPolicies"),
                say("retention", vault.retention().toDays()),
                word(vault.purgeProtection() ? "protected" : "notProtected"));
    }

    private static String rights(Set<KeyRight> rights) {
        return rights.isEmpty()
                ? word("rights.none")
                : rights.stream().sorted().map(KeyRight::permission).collect(Collectors.joining(" "));
    }

    private static String deleted(List<VaultSight.DeletedKey> keys) {
        return keys.isEmpty()
                ? word("none")
                : keys.stream()
                        .map(key -> key.name()
                                + key.purge()
                                        .map(end -> say("until", InspectionPage.time(end)))
                                        .orElse(""))
                        .collect(Collectors.joining(", "));
    }

    private void keys(List<VaultSight.Key> keys) {
        int name = keys.stream()
                .mapToInt(key -> Columns.width(Columns.visible(key.name())))
                .max()
                .orElse(0);
        int[] widths = {Math.min(name, NAME_LIMIT), 12, 0};
        widths[2] = page.width() - 2 - widths[0] - 2 - widths[1] - 2;
        keys.forEach(key -> key(key, widths));
    }

    private void key(VaultSight.Key key, int[] widths) {
        Optional<VaultSight.Version> current = key.current();
        if (current.isEmpty()) {
            page.row(2, widths, List.of(key.name(), "", FactText.of(key.versions(), none -> word("none"))));
            return;
        }
        VaultSight.Version newest = current.get();
        page.row(2, widths, List.of(key.name(), FactText.of(newest.material(), Object::toString), dates(newest)));
        page.hanging(Ink.QUIET, 4, 2, newest.id() + state(newest) + rotation(key));
        key.versions().value().stream()
                .flatMap(List::stream)
                .skip(1)
                .forEach(
                        older -> page.hanging(Ink.QUIET, 4, 2, older.id() + say("older", dates(older)) + state(older)));
    }

    private static String dates(VaultSight.Version version) {
        return Stream.of(
                        version.created().map(time -> say("created", day(time))),
                        version.notBefore().map(time -> say("notBefore", day(time))),
                        version.expires().map(time -> say("expires", day(time))))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private String state(VaultSight.Version version) {
        if (!version.enabled()) {
            return word("disabled");
        }
        return version.wrapsAt(now) ? "" : word("outside");
    }

    private static String rotation(VaultSight.Key key) {
        return key.rotation()
                .value()
                .filter(VaultSight.RotationPolicy::rotates)
                .map(policy -> word("rotates"))
                .orElse("");
    }

    private void problem(Problem problem) {
        page.hanging(Ink.CARE, 2, 2, say("problem", problem.summary().text(), problem.code()));
        problem.detail().stream().flatMap(String::lines).forEach(line -> page.hanging(Ink.QUIET, 4, 2, line));
        page.hanging(Ink.PLAIN, 4, 2, Advice.of(problem.next()));
    }

    private static String day(Instant time) {
        return InspectionPage.time(time).substring(0, "2026-11-25".length());
    }

    private static String word(String key) {
        return TerminalPage.say("cli.azure." + key);
    }

    private static String say(String key, Object... arguments) {
        return TerminalPage.say("cli.azure." + key, arguments);
    }
}
