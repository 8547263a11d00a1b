package keyturn.script.act;

import java.util.Set;

/** An act on the host of a server. */
public sealed interface HostAct extends DoorAct permits HostAct.RunScript {

    /** What is run; its text is fixed. */
    HostScript script();

    /** What it is told: one line of JSON, ASCII alone. */
    String parameters();

    /** One host script with what it is told. */
    record RunScript(HostScript script, String parameters) implements HostAct {}

    /** The lines that do the same in a PowerShell of the host: the script's own text, and the line that it reads. */
    @Override
    default String shown() {
        return script().with(parameters());
    }

    @Override
    default Set<Integer> slots() {
        return Set.of();
    }
}
