# Runs script files one after the other, each in a runspace of its own, and answers what pwsh -NoProfile -File would have said.
# A line of JSON is one task: script, arguments, folder, environment. Its answer is a line of JSON: exit, out, err.
$tasks = [Console]::In
$answers = New-Object System.IO.StreamWriter([Console]::OpenStandardOutput())
$out = New-Object System.IO.StringWriter
$err = New-Object System.IO.StringWriter
[Console]::SetIn([System.IO.TextReader]::Null)
[Console]::SetOut($out)
[Console]::SetError($err)
while ($null -ne ($line = $tasks.ReadLine())) {
    $task = ConvertFrom-Json $line -AsHashtable
    foreach ($name in $task.environment.Keys) {
        [Environment]::SetEnvironmentVariable($name, $task.environment[$name])
    }
    $space = [runspacefactory]::CreateRunspace($Host)
    $shell = [powershell]::Create()
    $exit = 1
    try {
        $space.Open()
        $null = $space.SessionStateProxy.Path.SetLocation($task.folder)
        $shell.Runspace = $space
        $null = $shell.AddCommand($task.script)
        foreach ($argument in $task.arguments) {
            $null = $shell.AddArgument($argument)
        }
        $shell.Commands.Commands[0].MergeMyResults('Error', 'Output')
        $null = $shell.AddCommand('Out-Default')
        $null = $shell.Invoke()
        $exit = [int] $space.SessionStateProxy.GetVariable('LASTEXITCODE')
    } catch {
        $err.WriteLine(($_.Exception.InnerException.ErrorRecord | Out-String))
    } finally {
        $shell.Dispose()
        $space.Dispose()
    }
    $answers.WriteLine((ConvertTo-Json -Compress @{ exit = $exit; out = "$out"; err = "$err" }))
    $answers.Flush()
    $null = $out.GetStringBuilder().Clear()
    $null = $err.GetStringBuilder().Clear()
}
