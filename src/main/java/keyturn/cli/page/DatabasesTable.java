package keyturn.cli.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.cli.page.Paint.Ink;
import keyturn.domain.Message;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.EncryptionKey;
import keyturn.domain.inspection.Inspection.Partners;
import keyturn.evidence.KeyChain;

/** The databases of an inspection, each with what it hangs on: key, login, credential, vault. */
final class DatabasesTable {

    private static final int NAME_LIMIT = 36;
    private static final int STATE_LIMIT = 18;

    private final TerminalPage page;
    private final Inspection inspection;

    DatabasesTable(TerminalPage page, Inspection inspection) {
        this.page = page;
        this.inspection = inspection;
    }

    void print() {
        page.heading(Message.of("cli.databases"));
        List<Database> databases = inspection.facts().databases().value().orElse(List.of());
        if (databases.isEmpty()) {
            page.text(
                    Ink.PLAIN,
                    2,
                    FactText.of(inspection.facts().databases(), none -> TerminalPage.say("cli.databases.none")));
            return;
        }
        List<String> head = List.of(
                TerminalPage.say("cli.databases.name"),
                TerminalPage.say("cli.databases.state"),
                TerminalPage.say("cli.databases.encryption"));
        int[] widths = widths(databases, head);
        page.row(2, widths, head);
        page.row(
                2,
                widths,
                List.of(
                        "-".repeat(widths[0]),
                        "-".repeat(widths[1]),
                        "-".repeat(head.getLast().length())));
        databases.forEach(database -> database(database, widths));
        unseenPartners(databases);
    }

    private int[] widths(List<Database> databases, List<String> head) {
        int name = Columns.width(head.getFirst());
        int state = Columns.width(head.get(1));
        for (Database database : databases) {
            name = Math.max(name, Columns.width(Columns.visible(database.name().value())));
            state = Math.max(state, Columns.width(Columns.visible(database.state())));
        }
        name = Math.min(name, NAME_LIMIT);
        state = Math.min(state, STATE_LIMIT);
        return new int[] {name, state, page.width() - 2 - name - 2 - state - 2};
    }

    private void database(Database database, int[] widths) {
        page.row(
                2,
                widths,
                List.of(database.name().value(), database.state(), FactText.of(database.key(), this::encryption)));
        database.key().value().flatMap(key -> key).ifPresent(key -> page.pieces(Ink.QUIET, 4, chain(database, key)));
        List<String> partners = partners(database.partners());
        if (!partners.isEmpty()) {
            page.pieces(Ink.CARE, 4, partners);
        }
    }

    private static List<String> partners(Partners partners) {
        return Stream.of(
                        partners.availabilityGroup()
                                .value()
                                .flatMap(group -> group)
                                .map(group -> TerminalPage.say("cli.databases.partner.group", group)),
                        partners.mirrored()
                                .value()
                                .filter(yes -> yes)
                                .map(yes -> TerminalPage.say("cli.databases.partner.mirrored")),
                        partners.logShipped()
                                .value()
                                .filter(yes -> yes)
                                .map(yes -> TerminalPage.say("cli.databases.partner.logShipped")))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Why partners could not be read: once for all databases, since the reason is the same. */
    private void unseenPartners(List<Database> databases) {
        databases.stream()
                .map(Database::partners)
                .flatMap(it -> Stream.of(it.availabilityGroup(), it.mirrored(), it.logShipped()))
                .filter(fact -> fact.value().isEmpty())
                .map(fact -> FactText.of(fact, Object::toString))
                .distinct()
                .forEach(why -> page.text(Ink.CARE, 2, TerminalPage.say("cli.databases.partner.unseen", why)));
    }

    private String encryption(Optional<EncryptionKey> key) {
        return key.map(found -> TerminalPage.say("cli.databases.encryption." + found.state()))
                .orElse(TerminalPage.say("cli.databases.encryption.none"));
    }

    private List<String> chain(Database database, EncryptionKey key) {
        if (!CatalogWords.isByAsymmetricKey(key)) {
            return List.of(TerminalPage.say("cli.databases.chain.other", key.protectorType(), key.thumbprint()));
        }
        KeyChain chain = KeyChain.of(database, inspection.facts());
        return List.of(
                TerminalPage.say("cli.databases.chain.key", link(chain.asymmetricKey())),
                TerminalPage.say("cli.databases.chain.login", link(chain.login())),
                TerminalPage.say("cli.databases.chain.credential", link(chain.credential())),
                TerminalPage.say("cli.databases.chain.vault", link(chain.vault())));
    }

    private static <T> String link(Fact<Optional<T>> fact) {
        return FactText.ofOptional(fact, TerminalPage.say("cli.databases.chain.none"));
    }
}
