package keyturn.script.guard;

import java.util.List;
import java.util.Optional;

/**
 * What a script asks the server before it sends an act.
 *
 * @param moved T-SQL that gives the fact that has moved, what it was and what it is, or NULL
 * @param done a T-SQL condition that holds where the act's outcome is there already; empty where that cannot be seen
 */
public record Guard(String moved, Optional<String> done) {

    public static Guard of(List<GuardFact> facts) {
        return new Guard(GuardFact.moved(facts), Optional.empty());
    }

    public static Guard of(List<GuardFact> facts, String done) {
        return new Guard(GuardFact.moved(facts), Optional.of(done));
    }

    /** Puts the answers into {@code @KeyturnDone} and {@code @KeyturnMoved}; the same text in both languages. */
    public String look() {
        String held = done.map(condition -> "CASE WHEN " + condition + " THEN 1 ELSE 0 END")
                .orElse("0");
        return "DECLARE @KeyturnDone bit = " + held + ";\nDECLARE @KeyturnMoved nvarchar(2048) = " + moved + ";";
    }
}
