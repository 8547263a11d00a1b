package keyturn.practice.tsql.catalog;

import java.util.Optional;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.SqlType;

/**
 * A column of a view, a table function or a result.
 *
 * @param name empty for a result column without a name
 * @param collation its own; empty: that of the database
 */
public record Column(String name, SqlType type, boolean nullable, Optional<Collation> collation) {

    /** The collation of columns that hold words of the catalog, such as {@code state_desc}, on every server. */
    public static final Collation WORDS = Collation.known("Latin1_General_CI_AS_KS_WS");

    public Column(String name, SqlType type, boolean nullable) {
        this(name, type, nullable, Optional.empty());
    }

    public Column named(String other) {
        return new Column(other, type, nullable, collation);
    }

    /** The same where a row may be missing. */
    public Column optional() {
        return new Column(name, type, true, collation);
    }

    public Column collated(Optional<Collation> now) {
        return new Column(name, type, nullable, now);
    }
}
