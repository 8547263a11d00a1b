package keyturn.ui;

import java.time.Period;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.forecast.Outlook;
import keyturn.ui.wizard.Settings;

/** Settings in memory. */
final class KeptSettings implements Settings {

    private final Map<Looks, String> looks = new EnumMap<>(Looks.class);
    private boolean refuses;
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
    public void look(Looks part, String value) throws Problem.Raised {
        if (refuses) {
            throw new Problem.Raised(new Problem(
                    "app.settings.write",
                    Message.of("app.settings.write", "settings.tsv"),
                    Optional.empty(),
                    Message.of("app.settings.write.next")));
        }
        looks.put(part, value);
    }

    /** From now on nothing can be written. */
    void refuse() {
        refuses = true;
    }
}
