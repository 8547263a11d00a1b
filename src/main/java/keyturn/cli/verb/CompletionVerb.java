package keyturn.cli.verb;

import java.util.Objects;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.Terminal;
import keyturn.cli.page.Completion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keyturn completion}: prints what a shell needs to complete verbs and options. */
@Command(name = "completion")
public final class CompletionVerb extends Verb {

    @Parameters(paramLabel = "SHELL", descriptionKey = "help.shell")
    private Completion.@Nullable Shell shell;

    @Spec
    private @Nullable CommandSpec spec;

    public CompletionVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    Exit perform() throws Ended {
        String script =
                Completion.script(Objects.requireNonNull(spec).root().commandLine(), Objects.requireNonNull(shell));
        terminal().out().print(script);
        return Exit.DONE;
    }
}
