package keyturn.plan.step;

import java.util.List;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.NodeName;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Surroundings.FileStamp;

/** Makes the steps on a cryptographic provider of one server. */
public record ProviderSteps(NodeName node, ProviderName provider) {

    /** What undoes this step from the state right before it: nothing where the provider is gone. */
    public static List<Step> undo(ProviderStep.PointProvider point, Inspection now) {
        return now.facts().providers().value().orElse(List.of()).stream()
                .filter(row -> row.name().equals(point.provider()))
                .findFirst()
                .map(row -> new ProviderSteps(now.identity().node(), row.name())
                        .back(point.to(), new DllPath(row.dllPath())))
                .orElse(List.of());
    }

    /** Back to the old DLL, and enabled again. */
    private List<Step> back(DllPath pointed, DllPath old) {
        return List.of(point(new StepId(1), pointed, old, true), enable(new StepId(2), true));
    }

    public Step point(StepId id, DllPath old, DllPath next, boolean back) {
        return point(id, old, next, back, Optional.empty());
    }

    /** @param stamp of the old DLL */
    public Step point(StepId id, DllPath old, DllPath next, boolean back, Optional<FileStamp> stamp) {
        return new ProviderStep.PointProvider(id, node, provider, old, next, back, stamp);
    }

    public Step enable(StepId id, boolean back) {
        return new ProviderStep.EnableProvider(id, node, provider, back);
    }

    public Step read(StepId id, DllPath expected) {
        return new ProviderStep.ReadProvider(id, node, provider, expected);
    }
}
