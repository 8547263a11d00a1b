@echo off
rem Opens the window from this package without a console behind it.
start "" "%~dp0..\runtime\bin\javaw.exe" "@%~dp0..\lib\jvm.flags" -cp "%~dp0..\lib\keyturn.jar" keyturn.app.Main
