package keyturn.script.act;

import java.util.Set;
import keyturn.script.Script;

/** An act on SQL Server. */
public sealed interface SqlAct extends DoorAct permits SqlAct.SqlBatch {

    /** One T-SQL batch, sent as it stands. */
    Script text();

    /** Any batch. */
    record SqlBatch(Script text) implements SqlAct {}

    @Override
    default String shown() {
        return text().masked();
    }

    @Override
    default Set<Integer> slots() {
        return text().slots();
    }
}
