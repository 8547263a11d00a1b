package keyturn.run.resume;

import java.util.List;
import keyturn.domain.inspection.Inspection;
import keyturn.run.journal.RunRecord;

/**
 * What somebody found who looked at a run that ended early. Nothing was changed by it.
 *
 * @param steps those of the part that was under way, each as the journal and the server have it
 * @param offers the recommended one first; at least one
 */
public record Found(RunRecord run, Inspection now, List<Standing> steps, List<Offer> offers) {

    public Found {
        steps = List.copyOf(steps);
        offers = List.copyOf(offers);
    }
}
