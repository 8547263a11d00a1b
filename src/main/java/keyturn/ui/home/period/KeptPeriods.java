package keyturn.ui.home.period;

import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.property.SimpleObjectProperty;
import keyturn.domain.Problem;
import keyturn.plan.forecast.Outlook;
import keyturn.ui.wizard.Settings;
import keyturn.ui.work.Background;

/**
 * When keys are due and how early expiries are told: set once for all servers, and kept. What cannot be kept still holds in this
 * window.
 */
public final class KeptPeriods {

    private final SimpleObjectProperty<DueAfter> due =
            new SimpleObjectProperty<>(new DueAfter(Settings.USUAL_ROTATION));
    private final SimpleObjectProperty<WarnBefore> warning =
            new SimpleObjectProperty<>(new WarnBefore(Outlook.USUAL_WARNING));
    private final Background background;
    private final Settings settings;

    public KeptPeriods(Background background, Settings settings) {
        this.background = background;
        this.settings = settings;
    }

    /** From what age on a key is due for rotation. */
    public ReadOnlyProperty<DueAfter> due() {
        return due;
    }

    /** How long before they expire secrets and key versions are told. */
    public ReadOnlyProperty<WarnBefore> warning() {
        return warning;
    }

    public void rotateAfter(DueAfter age) {
        if (!due.get().equals(age)) {
            due.set(age);
            background.perform(() -> kept(age), done -> {}, harmless -> {});
        }
    }

    public void warnBefore(WarnBefore time) {
        if (!warning.get().equals(time)) {
            warning.set(time);
            background.perform(() -> kept(time), done -> {}, harmless -> {});
        }
    }

    /** As they were kept the last time. */
    public void read() {
        background.perform(settings::rotationDue, age -> due.set(new DueAfter(age)), harmless -> {});
        background.perform(settings::expiryWarning, time -> warning.set(new WarnBefore(time)), harmless -> {});
    }

    public Periods now() {
        return new Periods(due.get().age(), warning.get().time());
    }

    private boolean kept(DueAfter age) throws Problem.Raised {
        settings.rotationDue(age.age());
        return true;
    }

    private boolean kept(WarnBefore time) throws Problem.Raised {
        settings.expiryWarning(time.time());
        return true;
    }
}
