package keyturn.plan.words;

import keyturn.domain.Message;
import keyturn.plan.step.ProviderStep;

/** The sentences of the steps with a provider. */
final class ProviderWords {

    private ProviderWords() {}

    static StepWords of(ProviderStep step) {
        return switch (step) {
            case ProviderStep.PointProvider point -> point(point);
            case ProviderStep.ReloadProvider reload ->
                StepWords.of(
                        (reload.disables() ? "repair" : "reload")
                                + (reload.version().isPresent() ? "" : ".anyVersion"),
                        "alterProvider",
                        reload.provider(),
                        reload.dll(),
                        reload.version().map(String::valueOf).orElse(""));
            case ProviderStep.EnableProvider enable ->
                new StepWords(
                        "enable",
                        Message.of(
                                enable.back() ? "plan.step.enableBack.title" : "plan.step.enable.title",
                                enable.provider()),
                        () -> Message.of("plan.step.enable.why"),
                        Message.of("plan.source.alterProvider"),
                        Message.of("plan.step.enable.trueAfter", enable.provider()));
            case ProviderStep.ReadProvider read ->
                new StepWords(
                        "read",
                        Message.of("plan.step.read.title", read.provider()),
                        () -> Message.of("plan.step.read.why"),
                        Message.of("plan.source.loaded"),
                        Message.of("plan.step.read.trueAfter", read.provider(), read.expected()));
        };
    }

    private static StepWords point(ProviderStep.PointProvider point) {
        String key = point.back() ? "plan.step.pointBack" : "plan.step.point";
        return new StepWords(
                "point",
                Message.of(key + ".title", point.provider(), point.to()),
                () -> Message.of(key + ".why", point.from(), point.to()),
                Message.of("plan.source.inPlace"),
                Message.of("plan.step.point.trueAfter", point.provider(), point.to()));
    }
}
