package keyturn.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import keyturn.inspect.Worlds;
import keyturn.run.RunResult;
import keyturn.ui.files.FileQuestion;
import keyturn.ui.files.FileToRead;
import keyturn.ui.run.RunPort;
import keyturn.ui.runs.RunList;
import keyturn.ui.start.StartViewModel;
import keyturn.ui.trouble.Checking;
import keyturn.ui.verify.Later;
import keyturn.ui.wizard.Bundling;
import keyturn.ui.wizard.Filing;
import keyturn.ui.wizard.KnownServers;
import keyturn.ui.wizard.Look;
import keyturn.ui.wizard.LookAtFiles;
import keyturn.ui.wizard.Settings;
import keyturn.ui.wizard.SignInCodes;
import keyturn.ui.wizard.TryVault;

/** What the pages call: each one thing that may wait, and what they must know of the machine. */
record WizardPorts(
        Optional<Worlds> worlds,
        Look look,
        LookAtFiles files,
        TryVault vault,
        KnownServers servers,
        Settings settings,
        SignInCodes codes,
        RunList runs,
        Checking checking,
        RunPort conduct,
        Filing<RunResult.Completed> completed,
        Filing<RunResult.Stopped> stopped,
        Later later,
        FileQuestion question,
        FileToRead certificate,
        FileToRead directory,
        FileToRead planFile,
        StartViewModel.Opening opening,
        Bundling bundling,
        Clock clock,
        Path folder,
        String who,
        String version) {}
