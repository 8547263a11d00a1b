package keyturn.ui;

import java.nio.file.Path;
import java.time.Clock;
import keyturn.inspect.Worlds;
import keyturn.run.RunResult;
import keyturn.ui.run.Conduct;
import keyturn.ui.wizard.FileQuestion;
import keyturn.ui.wizard.Filing;
import keyturn.ui.wizard.Look;
import keyturn.ui.wizard.LookAtFiles;

/** What the pages call: each one thing that may wait, and what they must know of the machine. */
record WizardPorts(
        Worlds worlds,
        Look look,
        LookAtFiles files,
        Conduct conduct,
        Filing<RunResult.Completed> completed,
        Filing<RunResult.Stopped> stopped,
        FileQuestion question,
        Clock clock,
        Path folder,
        String who,
        String version) {}
