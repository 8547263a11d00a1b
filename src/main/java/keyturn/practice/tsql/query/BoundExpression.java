package keyturn.practice.tsql.query;

import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** A scalar expression outside a query, such as an argument of EXEC or the text of PRINT. */
public interface BoundExpression {

    SqlType type();

    /** The value now, of the Java class that the type names; variables are read at each call. */
    @Nullable
    Object value();

    /** The value now, converted as an assignment does to a variable or parameter of the given type. */
    @Nullable
    Object valueAs(SqlType target);
}
