package keyturn.ui;

import java.time.Period;
import keyturn.plan.forecast.Outlook;
import keyturn.ui.wizard.Settings;

/** Settings in memory. */
final class KeptSettings implements Settings {

    private Period rotation = USUAL_ROTATION;
    private Period warning = Outlook.USUAL_WARNING;

    @Override
    public Period rotationDue() {
        return rotation;
    }

    @Override
    public void rotationDue(Period age) {
        rotation = age;
    }

    @Override
    public Period expiryWarning() {
        return warning;
    }

    @Override
    public void expiryWarning(Period before) {
        warning = before;
    }
}
