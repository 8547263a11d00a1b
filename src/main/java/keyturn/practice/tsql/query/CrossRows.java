package keyturn.practice.tsql.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.practice.tsql.syntax.Query.JoinKind;

/** The entries of FROM that commas part, joined from left to right by what WHERE demands of two of them. */
final class CrossRows {

    private CrossRows() {}

    static Source join(List<Source> sources, List<Cond> where) {
        return sources.stream()
                .reduce((left, right) -> join(left, right, where))
                .orElseThrow();
    }

    private static Source join(Source left, Source right, List<Cond> where) {
        // WHERE is asked of every row again, so the equalities only spare pairs here
        RowSource rows = new JoinRows(JoinKind.INNER, left, right, Optional.empty(), JoinKeys.of(left, right, where));
        List<Exposed> exposed =
                Stream.concat(left.exposed().stream(), right.exposed().stream()).toList();
        return new Source(
                rows, left.first(), left.width() + right.width(), exposed, left.correlated() || right.correlated());
    }
}
