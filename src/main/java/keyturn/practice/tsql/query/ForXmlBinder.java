package keyturn.practice.tsql.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** FOR XML PATH and RAW: all rows become one text. Paths of several steps, AUTO and EXPLICIT are refused. */
final class ForXmlBinder {

    private static final String NAME = "XML_F52E2B61-18A1-11d1-B105-00805F49916B";

    private ForXmlBinder() {}

    static Result bind(Query.ForXml forXml, Result result) {
        String mode = forXml.mode().toUpperCase(Locale.ROOT);
        boolean raw = mode.equals("RAW");
        if (!raw && !mode.equals("PATH")) {
            throw BindErrors.notSupported(forXml.line(), "FOR XML " + mode);
        }
        List<Column> columns = result.columns();
        for (Column column : columns) {
            if (column.name().indexOf('/') >= 0) {
                throw BindErrors.notSupported(forXml.line(), "FOR XML with the path '" + column.name() + "'");
            }
            if (raw && column.name().isEmpty()) {
                throw BindErrors.error(
                        6809,
                        forXml.line(),
                        "Unnamed tables cannot be used as XML identifiers as well as unnamed columns cannot be used for"
                                + " attribute names. Name unnamed columns/tables using AS in the SELECT statement.");
            }
        }
        String element = forXml.element().orElse("row");
        SqlType type = forXml.type() ? SqlType.XML : SqlType.nvarchar(SqlType.MAX);
        RowSource rows = (outer, consumer) -> {
            StringBuilder text = new StringBuilder();
            result.rows().run(outer, row -> {
                row(text, row, columns, element, raw);
                outer.execution().hold(row.length);
                return true;
            });
            if (text.isEmpty()) {
                return true;
            }
            String whole = forXml.root()
                    .map(r -> "<" + r + ">" + text + "</" + r + ">")
                    .orElse(text.toString());
            return consumer.accept(new @Nullable Object[] {whole});
        };
        Result.Output output = new Result.Output(new Column(NAME, type, true), false, Optional.empty());
        return new Result(List.of(output), rows, result.correlated());
    }

    private static void row(
            StringBuilder text, @Nullable Object[] row, List<Column> columns, String element, boolean raw) {
        StringBuilder attributes = new StringBuilder();
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            if (value == null) {
                continue;
            }
            Column column = columns.get(i);
            String name = column.name();
            String written = written(value, column.type());
            if (raw || name.startsWith("@")) {
                attributes
                        .append(' ')
                        .append(raw ? name : name.substring(1))
                        .append("=\"")
                        .append(written.replace("\"", "&quot;"))
                        .append('"');
            } else if (name.isEmpty() || name.equals("*") || name.equals("text()") || name.equals("data()")) {
                content.append(written);
            } else {
                content.append('<')
                        .append(name)
                        .append('>')
                        .append(written)
                        .append("</")
                        .append(name)
                        .append('>');
            }
        }
        if (element.isEmpty()) {
            text.append(content);
        } else if (content.isEmpty()) {
            text.append('<').append(element).append(attributes).append("/>");
        } else {
            text.append('<')
                    .append(element)
                    .append(attributes)
                    .append('>')
                    .append(content)
                    .append("</")
                    .append(element)
                    .append('>');
        }
    }

    private static String written(Object value, SqlType type) {
        int style = type.isTemporal() ? 126 : Conversions.NO_STYLE;
        Object text = Conversions.convert(value, type, SqlType.nvarchar(SqlType.MAX), style);
        String plain = text == null ? "" : text.toString();
        return type.kind() == SqlType.Kind.XML
                ? plain
                : plain.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\r", "&#x0D;");
    }
}
