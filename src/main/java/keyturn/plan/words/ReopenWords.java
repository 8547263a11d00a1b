package keyturn.plan.words;

import java.util.List;
import java.util.stream.Collectors;
import keyturn.domain.CredentialName;
import keyturn.plan.step.ReopenStep;

/** The sentences of the steps by which SQL Server opens databases anew. */
final class ReopenWords {

    private ReopenWords() {}

    static StepWords of(ReopenStep step) {
        return switch (step) {
            case ReopenStep.OpenDatabase open -> StepWords.of("openDatabase", "openDatabase", open.database());
            case ReopenStep.AwaitRestart await ->
                StepWords.of("awaitRestart", "restart", await.node(), names(await.credentials()));
            case ReopenStep.ReadStart read ->
                StepWords.of("readStart", "restart", read.node(), names(read.credentials()));
        };
    }

    private static String names(List<CredentialName> credentials) {
        return credentials.stream().map(CredentialName::value).collect(Collectors.joining(", "));
    }
}
