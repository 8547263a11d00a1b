@echo off
rem Starts Keyturn from this layout: its own runtime if it has one, else the Java that JAVA_HOME names.
rem No delayed expansion: an exclamation mark in an argument stays. The arguments go on as they came.
setlocal EnableExtensions DisableDelayedExpansion
set "KEYTURN_LAYOUT=%~dp0.."
if exist "%KEYTURN_LAYOUT%\runtime\bin\java.exe" goto own
if not defined JAVA_HOME goto none
set "KEYTURN_JAVA=%JAVA_HOME:"=%\bin\java.exe"
goto start

:own
set "KEYTURN_JAVA=%KEYTURN_LAYOUT%\runtime\bin\java.exe"

:start
if not exist "%KEYTURN_JAVA%" goto none
rem Output is UTF-8: a console is told so, and told its old code page again afterwards.
set "KEYTURN_CODEPAGE="
for /f "tokens=2 delims=:." %%p in ('chcp 2^>nul ^<nul') do set "KEYTURN_CODEPAGE=%%p"
if defined KEYTURN_CODEPAGE chcp 65001 >nul 2>nul
"%KEYTURN_JAVA%" "@%KEYTURN_LAYOUT%\lib\jvm.flags" -cp "%KEYTURN_LAYOUT%\lib\*" keyturn.app.Main %*
set "KEYTURN_EXIT=%ERRORLEVEL%"
if defined KEYTURN_CODEPAGE chcp %KEYTURN_CODEPAGE% >nul 2>nul
exit /b %KEYTURN_EXIT%

:none
echo Keyturn needs Java 25: set JAVA_HOME to it, or use the package that brings its own. 1>&2
exit /b 2
