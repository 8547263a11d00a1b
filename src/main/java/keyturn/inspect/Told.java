package keyturn.inspect;

import keyturn.domain.Permission;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Fact;

/** What a door said to a question. */
public sealed interface Told<T> {

    /** As a fact of an inspection. */
    default Fact<T> fact(String how) {
        return switch (this) {
            case Answered<T> answered -> new Fact.Known<>(answered.content(), how);
            case Forbidden<T> forbidden -> new Fact.NotPermitted<>(forbidden.permission());
            case Failed<T> failed -> new Fact.Unknown<>(failed.problem().summary());
        };
    }

    /** It answered. */
    record Answered<T>(T content) implements Told<T> {}

    /** Anyone who asks may not see it. */
    record Forbidden<T>(Permission permission, Problem problem) implements Told<T> {}

    /** No answer, or one that says nothing. */
    record Failed<T>(Problem problem) implements Told<T> {}
}
