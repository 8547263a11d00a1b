package keyturn.plan.words;

import keyturn.domain.Message;
import keyturn.plan.change.PlannedChange;

/** What a plan changes, in one sentence. */
public final class ChangeWords {

    private ChangeWords() {}

    public static Message of(PlannedChange change) {
        return switch (change) {
            case PlannedChange.OfDll dll ->
                Message.of(
                        "plan.change.dll",
                        dll.provider(),
                        dll.before().shown(),
                        dll.after().shown());
            case PlannedChange.OfKey key ->
                Message.of(
                        "plan.change.key",
                        key.databases().size(),
                        key.before().key(),
                        key.after().key());
        };
    }
}
