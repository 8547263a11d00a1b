package keyturn.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Problem;
import keyturn.domain.TSqlQuotes;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Surroundings.OtherUse;
import keyturn.domain.inspection.Surroundings.UseKind;

/** Asymmetric keys of providers inside user databases, in one batch over the databases that we may enter. */
record DatabaseKeys(SqlReader sql) {

    /** Beyond it a batch grows too long for one question asked in passing. */
    private static final int LIMIT = 500;

    static final String SOURCE = "sys.asymmetric_keys";

    Fact<List<OtherUse>> read(SectionAnswers answers) throws Problem.Raised {
        Fact<List<Row>> rows = answers.rows(Section.DATABASES);
        List<Row> open = rows.value().orElse(List.of()).stream()
                .filter(row -> row.text("state_desc").equals(CatalogWords.ONLINE))
                .toList();
        List<String> names = open.stream()
                .filter(row -> row.yes("may_enter"))
                .map(row -> row.text("name"))
                .filter(OneLine::holds)
                .toList();
        if (rows.value().isEmpty()) {
            return answers.list(Section.DATABASES, row -> {
                throw new Row.Unexpected(Message.of("inspect.noAnswer"));
            });
        }
        if (names.size() > LIMIT || names.size() < open.size()) {
            return new Fact.Unknown<>(Message.of("inspect.databasesNotEntered", names.size(), open.size(), LIMIT));
        }
        return names.isEmpty() ? new Fact.Known<>(List.of(), SOURCE) : uses(sql.read(batch(names)));
    }

    private static Fact<List<OtherUse>> uses(List<SqlReader.Result> results) {
        List<OtherUse> uses = new ArrayList<>();
        for (SqlReader.Result result : results) {
            switch (result) {
                case SqlReader.Failed failed -> {
                    return new Fact.Unknown<>(Message.of("inspect.failed", SOURCE, failed.number(), failed.text()));
                }
                case SqlReader.Cut cut -> {
                    return new Fact.Unknown<>(cut.why());
                }
                case SqlReader.Rows rows ->
                    rows.rows().stream().map(Row::new).map(DatabaseKeys::use).forEach(uses::add);
            }
        }
        return new Fact.Known<>(uses, SOURCE);
    }

    private static OtherUse use(Row row) {
        return new OtherUse(
                UseKind.DATABASE_KEY,
                new DatabaseName(row.text("database_name")),
                row.text("key_name"),
                row.text("guid"));
    }

    static String batch(List<String> names) {
        return names.stream()
                .map(name -> "SELECT " + TSqlQuotes.literal(name) + " AS database_name, a.name AS key_name,\n"
                        + "  CONVERT(nvarchar(36), a.cryptographic_provider_guid) AS guid\n"
                        + "FROM " + TSqlQuotes.name(name) + ".sys.asymmetric_keys AS a"
                        + " WHERE a.provider_type = N'CRYPTOGRAPHIC PROVIDER';\n")
                .collect(Collectors.joining());
    }
}
