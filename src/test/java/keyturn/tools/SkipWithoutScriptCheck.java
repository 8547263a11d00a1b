package keyturn.tools;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Properties that ask Microsoft's parsers are skipped with a printed reason where these are missing; see {@link Tools}. */
public final class SkipWithoutScriptCheck implements SkipExecutionHook {

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        if (Tools.find("scriptcheck").isPresent() || Boolean.getBoolean("keyturn.tools.required")) {
            return SkipResult.doNotSkip();
        }
        String why = "skipped: scriptcheck is not on PATH";
        System.err.println(why);
        return SkipResult.skip(why);
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.NO_DESCENDANTS;
    }
}
