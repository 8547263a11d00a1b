package keyturn.evidence.ticket;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import keyturn.domain.Message;
import keyturn.plan.step.Conduct;
import keyturn.script.Scripts;
import keyturn.script.Scripts.StepScript;

/** The statements of a plan without their guards, to be read in one look: of steps that do the same to each database the first. */
final class PlainTSql {

    /** Statements shown of each kind. */
    private static final int SHOWN = 2;

    private PlainTSql() {}

    static String of(Scripts scripts) {
        List<String> parts = new ArrayList<>();
        Map<DatabaseWork.Kind, Integer> seen = new EnumMap<>(DatabaseWork.Kind.class);
        for (StepScript script : scripts.steps()) {
            boolean shown = DatabaseWork.of(script.step())
                    .map(work -> seen.merge(work.kind(), 1, Integer::sum) <= SHOWN)
                    .orElse(true);
            if (shown && sent(script)) {
                parts.add(script.act().shown());
            }
        }
        seen.forEach((kind, count) -> {
            if (count > SHOWN) {
                parts.add(Message.of("evidence.change.tsql." + kind, count - SHOWN)
                        .text());
            }
        });
        return String.join("\n", parts);
    }

    /** Reading steps send long SELECTs that change nothing. */
    private static boolean sent(StepScript script) {
        Conduct conduct = Conduct.of(script.step());
        return script.act().isSql() && (conduct.changes() || conduct.needsAnswer());
    }
}
