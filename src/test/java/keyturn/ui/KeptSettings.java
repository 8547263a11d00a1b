package keyturn.ui;

import java.time.Period;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import keyturn.plan.forecast.Outlook;
import keyturn.ui.wizard.Settings;

/** Settings in memory. */
final class KeptSettings implements Settings {

    private final Map<Looks, String> looks = new EnumMap<>(Looks.class);
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

    @Override
    public Optional<String> look(Looks part) {
        return Optional.ofNullable(looks.get(part));
    }

    @Override
    public void look(Looks part, String value) {
        looks.put(part, value);
    }
}
