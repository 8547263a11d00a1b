package keyturn.domain;

/** A value that breaks its rule: thrown by the constructors of domain values, so that a wrong one cannot exist. */
public final class InvalidValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public InvalidValue(Problem problem) {
        super(problem.summary().text());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
