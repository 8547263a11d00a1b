package keyturn.inspect;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.KeyUses;
import keyturn.domain.inspection.Keyholding;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.domain.inspection.Keyholding.KeyChange;
import keyturn.domain.inspection.Keyholding.NameInUse;
import keyturn.domain.inspection.Keyholding.NameKind;

/** From rows to what a new key needs to know. */
final class KeyholdingMaker {

    private KeyholdingMaker() {}

    static Keyholding of(SectionAnswers answers) {
        return new Keyholding(
                answers.map(Section.CALLER, KeyholdingMaker::caller),
                answers.map(Section.HOLDERS, KeyholdingMaker::holders),
                answers.list(Section.NAMES, row -> new NameInUse(NameKind.valueOf(row.text("kind")), row.text("name"))),
                answers.list(Section.KEY_CHANGES, KeyholdingMaker::change),
                new KeyUses(
                        answers.list(
                                Section.TESTS,
                                row -> new KeyUses.Tested(new DatabaseName(row.text("name")), row.instant("begun"))),
                        answers.list(
                                Section.ALTERATIONS,
                                row -> new KeyUses.Altered(
                                        KeyUses.AlteredKind.valueOf(row.text("kind")),
                                        row.text("name"),
                                        row.instant("modify_date"),
                                        row.instant("create_date"),
                                        row.local("modify_date")))));
    }

    private static Caller caller(List<Row> rows) {
        return new Caller(
                rows.stream().findFirst().map(row -> new LoginName(row.text("login_name"))),
                rows.stream()
                        .filter(row -> !row.isNull("credential_id"))
                        .map(row -> new Credential(
                                row.number("credential_id"),
                                new CredentialName(row.text("name")),
                                row.text("credential_identity"),
                                row.number("target_id")))
                        .toList());
    }

    private static List<Caller> holders(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.text("login_name"), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(KeyholdingMaker::caller)
                .toList();
    }

    private static KeyChange change(Row row) {
        return new KeyChange(
                new DatabaseName(row.text("name")),
                row.local("modify_date").toInstant(ZoneOffset.UTC),
                row.isNull("opened_date")
                        ? Optional.empty()
                        : Optional.of(row.local("opened_date").toInstant(ZoneOffset.UTC)));
    }
}
