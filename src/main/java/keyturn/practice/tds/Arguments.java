package keyturn.practice.tds;

import java.util.List;
import keyturn.practice.tsql.SqlError;
import org.jspecify.annotations.Nullable;

/** The parameters of a call by their place; what is missing or of the wrong type is the client's error. */
final class Arguments {

    private final Rpc call;

    Arguments(Rpc call) {
        this.call = call;
    }

    String name(int place) {
        return place < call.parameters().size() ? call.parameters().get(place).name() : "";
    }

    int number(int place) {
        if (value(place) instanceof Integer number) {
            return number;
        }
        throw wrong(place, "int");
    }

    String text(int place) {
        if (value(place) instanceof String text) {
            return text;
        }
        throw wrong(place, "ntext/nchar/nvarchar");
    }

    /** Empty where it is missing or NULL. */
    String optionalText(int place) {
        return value(place) == null ? "" : text(place);
    }

    List<Backend.Parameter> from(int place) {
        List<Backend.Parameter> all = call.parameters();
        return all.subList(Math.min(place, all.size()), all.size());
    }

    private @Nullable Object value(int place) {
        return place < call.parameters().size() ? call.parameters().get(place).value() : null;
    }

    private SqlError wrong(int place, String wanted) {
        String parameter = name(place).isEmpty() ? Integer.toString(place + 1) : name(place);
        return new SqlError(214, 16, 2, 0, "Procedure expects parameter '" + parameter + "' of type '" + wanted + "'.");
    }
}
