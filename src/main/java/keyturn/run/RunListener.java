package keyturn.run;

/** Hears a run's events on the runner's thread. */
@FunctionalInterface
public interface RunListener {
    void on(RunEvent event);
}
