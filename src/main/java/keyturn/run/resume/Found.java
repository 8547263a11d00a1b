package keyturn.run.resume;

import java.util.List;
import keyturn.domain.inspection.Inspection;
import keyturn.run.journal.RunRecord;
import keyturn.script.Otherwise;

/**
 * What somebody found who looked at a run that ended early. Nothing was changed by it.
 *
 * @param steps those of the part that was under way, each as the journal and the server have it
 * @param offers the recommended one first; at least one
 * @param otherwise what of the acts that are left this version would render otherwise: going on with them needs approval anew
 */
public record Found(
        RunRecord run, Inspection now, List<Standing> steps, List<Offer> offers, List<Otherwise> otherwise) {

    public Found {
        steps = List.copyOf(steps);
        offers = List.copyOf(offers);
        otherwise = List.copyOf(otherwise);
    }

    /** Changes of the part that was under way which the journal has as done and the look does not find. */
    public List<NotInPlace> notInPlace() {
        return NotInPlace.of(run.current(), now);
    }
}
