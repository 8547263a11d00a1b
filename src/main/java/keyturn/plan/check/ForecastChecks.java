package keyturn.plan.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.EkmSwitch;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.flow.Situation;
import keyturn.plan.forecast.Cause;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.Outlook;
import keyturn.plan.forecast.RestartAnswer;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.Step;
import keyturn.plan.words.ForecastWords;

/** Whether a restart would succeed now, as findings: what is known to be wrong stops a plan that leads to a restart. */
public final class ForecastChecks {

    /** The rest is told by the forecast itself. */
    private static final int SHOWN = 10;

    private ForecastChecks() {}

    public static Forecast forecast(CheckedServer situation) {
        return Forecast.of(situation.inspection(), Outlook.attested(situation.attested()));
    }

    /** What is known to fail the restart that these steps lead to and that they do not mend; empty where they lead to none. */
    public static List<Cause> against(List<Step> steps, Inspection seen) {
        List<ProviderName> pointed = ProviderStep.points(steps)
                .map(ProviderStep.PointProvider::provider)
                .toList();
        return pointed.isEmpty()
                ? List.of()
                : Forecast.of(seen).causes().stream()
                        .filter(cause -> !isMended(cause, pointed))
                        .toList();
    }

    private static boolean isMended(Cause cause, List<ProviderName> pointed) {
        return switch (cause) {
            case Cause.ProviderDisabled disabled -> pointed.contains(disabled.provider());
            case Cause.DllGone gone -> pointed.contains(gone.provider());
            case Cause.DllUnusable bad -> pointed.contains(bad.provider());
            case Cause.EkmOff off -> false;
            case Cause.ProviderGone gone -> false;
            case Cause.KeyGone gone -> false;
            case Cause.NoLogin none -> false;
            case Cause.LoginDisabled disabled -> false;
            case Cause.NoCredential none -> false;
            case Cause.VersionDisabled disabled -> false;
            case Cause.KeyNotInVault gone -> false;
            case Cause.MayNotUnwrap may -> false;
            case Cause.SecretExpired expired -> false;
            case Cause.HeldSecretOver over -> false;
        };
    }

    /** For a plan that leads to a restart. What the plan itself mends is told. */
    public static Stream<Finding> beforeRestart(Situation situation) {
        return findings(forecast(situation), cause -> weight(cause, situation));
    }

    /** For a plan that needs no restart: everything is told, and nothing stops it. */
    public static Stream<Finding> told(CheckedServer situation) {
        return findings(forecast(situation), cause -> Optional.of(Severity.ATTENTION));
    }

    /** For a plan that leads to a restart, leaves the provider as it is, and mends some of what is known to fail: the rest stops it. */
    public static Stream<Finding> beforeRestart(Situation situation, Predicate<Cause> mends) {
        return findings(
                forecast(situation),
                cause -> mends.test(cause) ? Optional.of(Severity.ATTENTION) : unmended(cause, situation));
    }

    private static Optional<Severity> unmended(Cause cause, Situation situation) {
        return switch (cause) {
            case Cause.ProviderDisabled disabled -> blocksIf(true);
            case Cause.DllGone gone -> blocksIf(true);
            case Cause.DllUnusable bad -> blocksIf(true);
            case Cause.KeyGone gone -> blocksIf(true);
            case Cause.EkmOff off -> weight(cause, situation);
            case Cause.ProviderGone gone -> weight(cause, situation);
            case Cause.NoLogin none -> weight(cause, situation);
            case Cause.LoginDisabled disabled -> weight(cause, situation);
            case Cause.NoCredential none -> weight(cause, situation);
            case Cause.VersionDisabled disabled -> weight(cause, situation);
            case Cause.KeyNotInVault gone -> weight(cause, situation);
            case Cause.MayNotUnwrap may -> weight(cause, situation);
            case Cause.SecretExpired expired -> weight(cause, situation);
            case Cause.HeldSecretOver over -> weight(cause, situation);
        };
    }

    /** Empty where another check blocks for the same fact. The provider is given a DLL that is there, and enabled after that. */
    private static Optional<Severity> weight(Cause cause, Situation situation) {
        return switch (cause) {
            case Cause.ProviderDisabled disabled -> Optional.of(unlessChosen(disabled.provider(), situation));
            case Cause.DllGone gone -> Optional.of(unlessChosen(gone.provider(), situation));
            case Cause.DllUnusable bad -> Optional.of(unlessChosen(bad.provider(), situation));
            case Cause.EkmOff off ->
                blocksIf(situation
                        .inspection()
                        .facts()
                        .ekm()
                        .value()
                        .filter(EkmSwitch::running)
                        .isPresent());
            case Cause.ProviderGone gone -> blocksIf(situation.provider().isPresent());
            case Cause.KeyGone gone -> Optional.empty();
            case Cause.NoLogin none -> blocksIf(true);
            case Cause.LoginDisabled disabled -> blocksIf(true);
            case Cause.NoCredential none -> blocksIf(true);
            case Cause.VersionDisabled disabled -> blocksIf(true);
            case Cause.KeyNotInVault gone -> blocksIf(true);
            case Cause.MayNotUnwrap may -> blocksIf(true);
            case Cause.SecretExpired expired -> blocksIf(true);
            case Cause.HeldSecretOver over -> blocksIf(true);
        };
    }

    private static Severity unlessChosen(ProviderName provider, Situation situation) {
        return provider.equals(situation.chosen()) ? Severity.ATTENTION : Severity.BLOCKS;
    }

    private static Optional<Severity> blocksIf(boolean blocks) {
        return blocks ? Optional.of(Severity.BLOCKS) : Optional.empty();
    }

    private static Stream<Finding> findings(Forecast forecast, Function<Cause, Optional<Severity>> weight) {
        Stream<Finding> answer =
                switch (forecast.server()) {
                    case RestartAnswer.Opens opens ->
                        Stream.of(finding(Severity.FINE, ForecastWords.headline(forecast), Optional.empty()));
                    case RestartAnswer.Fails fails ->
                        fails.causes().stream()
                                .flatMap(cause -> weight.apply(cause).stream()
                                        .map(severity -> finding(
                                                severity,
                                                ForecastWords.of(cause),
                                                Optional.of(ForecastWords.next(cause)))));
                    case RestartAnswer.Uncertain uncertain ->
                        ForecastWords.shown(uncertain, SHOWN).stream()
                                .map(reason -> finding(
                                        Severity.ATTENTION,
                                        reason,
                                        Optional.of(Message.of("plan.forecast.missing.next"))));
                };
        Stream<Finding> soon = forecast.warnings().stream()
                .map(warning -> finding(
                        Severity.ATTENTION,
                        ForecastWords.of(warning),
                        Optional.of(Message.of("plan.forecast.warning.next"))));
        return Stream.concat(answer, soon);
    }

    private static Finding finding(Severity severity, Message reason, Optional<Message> next) {
        return new Finding(
                reason.key(),
                severity,
                Area.RESTART.title(),
                reason,
                Optional.empty(),
                next,
                Area.RESTART.source(),
                Optional.empty(),
                Optional.empty());
    }

    /** What an approver reads before a plan is run: the answer, what is against it or missing, what will be due. */
    public static List<Message> notices(Forecast forecast) {
        Stream<Message> reasons =
                switch (forecast.server()) {
                    case RestartAnswer.Opens opens -> Stream.empty();
                    case RestartAnswer.Fails fails -> ForecastWords.shown(fails, SHOWN).stream();
                    case RestartAnswer.Uncertain uncertain -> ForecastWords.shown(uncertain, SHOWN).stream();
                };
        return Stream.of(
                        Stream.of(ForecastWords.headline(forecast)),
                        reasons,
                        forecast.warnings().stream().map(ForecastWords::of))
                .flatMap(lines -> lines)
                .toList();
    }
}
