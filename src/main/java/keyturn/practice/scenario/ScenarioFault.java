package keyturn.practice.scenario;

/** A scenario file is not as it must be; the message names file, line and rule. */
public final class ScenarioFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param line from 1; 0 where the file as a whole is meant */
    public ScenarioFault(String file, int line, String rule) {
        super(file + (line > 0 ? ":" + line : "") + ": " + rule);
        this.line = line;
    }

    public int line() {
        return line;
    }
}
