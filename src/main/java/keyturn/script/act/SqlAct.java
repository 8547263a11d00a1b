package keyturn.script.act;

import java.util.Set;
import keyturn.script.Script;

/** An act on SQL Server. */
public sealed interface SqlAct extends DoorAct {

    /** One T-SQL batch, sent as it stands. */
    record SqlBatch(Script text) implements SqlAct {

        @Override
        public String shown() {
            return text.masked();
        }

        @Override
        public Set<Integer> slots() {
            return text.slots();
        }
    }
}
