package keyturn.ui.flow.removesecret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.SeenRemoval;
import keyturn.plan.SeenWorld;
import keyturn.plan.flow.removesecret.RemoveFlow;
import keyturn.tools.BesideOthers;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Planning;
import keyturn.ui.work.DirectBackground;
import org.junit.jupiter.api.Test;

/** What the page on which a secret is removed takes, and for which server it holds. */
@BesideOthers
final class RemovePageTest {

    private final Draft draft = new Draft();
    private final RemoveViewModel model = new RemoveViewModel(
            draft,
            new Planning(
                    draft,
                    new DirectBackground(),
                    (target, inspection, files, folders) -> inspection,
                    Clock.fixed(SeenWorld.NOW, ZoneOffset.UTC)));

    private void enter(Inspection seen) {
        draft.inspection().set(seen);
        draft.turnTo(new RemoveFlow());
        model.entered();
    }

    private static Inspection elsewhere(Inspection seen) {
        var here = seen.identity();
        return new Inspection(
                new Inspection.ServerIdentity(
                        "SQL99", here.productVersion(), here.edition(), here.node(), here.loginName(), here.practice()),
                seen.takenAt(),
                seen.facts(),
                seen.ties(),
                seen.host());
    }

    /** That nobody else uses the application was said of another server's. */
    @Test
    void whatWasSaidOfOtherUsersHoldsForOneServer() {
        enter(new SeenRemoval().inspection());
        model.others().set("none");
        model.byOwner().set(true);
        enter(new SeenRemoval().withOther().inspection());
        assertEquals("none", model.others().get(), "the same server was only looked at again");
        enter(elsewhere(new SeenRemoval().inspection()));
        assertEquals("", model.others().get());
        assertFalse(model.byOwner().get());
        assertEquals(Optional.empty(), draft.choices().get());
    }

    @Test
    void otherUsersAreNamedOnOneLine() {
        enter(new SeenRemoval().inspection());
        model.others().set("a\u202Eb");
        assertEquals(Optional.empty(), draft.choices().get());
    }
}
