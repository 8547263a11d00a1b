package keyturn.script.guard;

import java.util.Optional;
import keyturn.plan.fact.Condition;

/** What T-SQL can ask of a condition. */
public sealed interface Asked {

    /**
     * SQL Server answers for all of it.
     *
     * @param holds true where it holds
     * @param undecided true where it is neither so nor not so yet: something is under way, or waits for a restart
     */
    record InTSql(String holds, Optional<String> undecided) implements Asked {}

    /** SQL Server answers for a part: where that does not hold, the whole does not. */
    record Partly(String holds, Condition.Place rest) implements Asked {}

    /** No view of the server shows it: the part of the scripts that works there does. */
    record Elsewhere(Condition.Place where) implements Asked {}

    /** What must hold on the server at least; empty where it says nothing. */
    default Optional<String> onServer() {
        return switch (this) {
            case InTSql sql -> Optional.of(sql.holds());
            case Partly part -> Optional.of(part.holds());
            case Elsewhere other -> Optional.empty();
        };
    }
}
