package keyturn.ui;

import java.time.Period;
import keyturn.ui.wizard.Settings;

/** Settings in memory. */
final class KeptSettings implements Settings {

    private Period rotation = USUAL_ROTATION;

    @Override
    public Period rotationDue() {
        return rotation;
    }

    @Override
    public void rotationDue(Period age) {
        rotation = age;
    }
}
