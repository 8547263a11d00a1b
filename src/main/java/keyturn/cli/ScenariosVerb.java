package keyturn.cli;

import picocli.CommandLine.Command;

/** {@code keyturn scenarios}. */
@Command(name = "scenarios")
final class ScenariosVerb extends Verb {

    private final Doors doors;

    ScenariosVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    Exit perform() {
        Page page = terminal().page();
        doors.worlds().scenarios().forEach(scenario -> page.field(scenario.name(), scenario.about()));
        return Exit.DONE;
    }
}
