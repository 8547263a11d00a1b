package keyturn.run.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Scope;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;

/** Steps whose acts may have been performed, found in one stride however many there are. */
public final class Begun {

    private final Map<StepId, Step> steps = new LinkedHashMap<>();
    private final Map<DatabaseName, List<Step>> inDatabases = new HashMap<>();
    private final List<Step> elsewhere = new ArrayList<>();
    private final Set<StepId> done = new HashSet<>();

    Begun(List<Step> before) {
        before.forEach(this::add);
    }

    void add(Step step) {
        if (steps.putIfAbsent(step.id(), step) == null) {
            switch (Conduct.of(step).scope()) {
                case Scope.Whole whole -> elsewhere.add(step);
                case Scope.Server server -> elsewhere.add(step);
                case Scope.OneDatabase one ->
                    inDatabases
                            .computeIfAbsent(one.database(), first -> new ArrayList<>())
                            .add(step);
            }
        }
    }

    /** It was not sent after all. */
    void forget(Step step) {
        steps.remove(step.id());
        elsewhere.remove(step);
        inDatabases.values().forEach(each -> each.remove(step));
    }

    /** It is not only begun: it was seen to be done. */
    void done(Step step) {
        add(step);
        done.add(step.id());
    }

    /** What was done for all databases together: keys, logins, credentials, provider. */
    List<Step> doneForAll() {
        return elsewhere.stream().filter(step -> done.contains(step.id())).toList();
    }

    boolean contains(Step step) {
        return steps.containsKey(step.id());
    }

    /** One of them gives what takes a while until it works everywhere. */
    boolean isSpreading() {
        return steps.values().stream().anyMatch(step -> Conduct.of(step).is(Conduct.Trait.SPREADS));
    }

    public List<Step> all() {
        return List.copyOf(steps.values());
    }

    /** Those whose doing a look of this scope can see. */
    List<Step> within(Scope scope) {
        return switch (scope) {
            case Scope.Whole whole -> all();
            case Scope.Server server -> all();
            case Scope.OneDatabase one -> {
                List<Step> some = new ArrayList<>(elsewhere);
                some.addAll(inDatabases.getOrDefault(one.database(), List.of()));
                yield some;
            }
        };
    }
}
