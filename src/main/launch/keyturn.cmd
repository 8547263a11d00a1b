@echo off
rem Starts Keyturn from this layout: its own runtime if it has one, else the Java that JAVA_HOME names.
rem No delayed expansion: an exclamation mark in an argument stays. The arguments go on as they came.
setlocal EnableExtensions DisableDelayedExpansion
set "KEYTURN_LAYOUT=%~dp0.."
if exist "%KEYTURN_LAYOUT%\runtime\bin\java.exe" goto own
if not defined JAVA_HOME goto none
set "KEYTURN_HOME=%JAVA_HOME:"=%"
set "KEYTURN_JAVA=%KEYTURN_HOME%\bin\java.exe"
if not exist "%KEYTURN_JAVA%" goto wrong
rem The first number of its version stands in the file that every Java keeps beside itself.
set "KEYTURN_VERSION=25"
if not exist "%KEYTURN_HOME%\release" goto start
for /f "usebackq tokens=1,2 delims==" %%a in ("%KEYTURN_HOME%\release") do if "%%a"=="JAVA_VERSION" set KEYTURN_VERSION=%%b
set "KEYTURN_VERSION=%KEYTURN_VERSION:"=%"
for /f "tokens=1 delims=." %%v in ("%KEYTURN_VERSION%") do set "KEYTURN_VERSION=%%v"
if %KEYTURN_VERSION% LSS 25 goto old
goto start

:own
set "KEYTURN_JAVA=%KEYTURN_LAYOUT%\runtime\bin\java.exe"

:start
rem Output is UTF-8: a console is told so, and told its old code page again afterwards.
set "KEYTURN_CODEPAGE="
for /f "tokens=2 delims=:." %%p in ('chcp 2^>nul ^<nul') do set "KEYTURN_CODEPAGE=%%p"
if defined KEYTURN_CODEPAGE chcp 65001 >nul 2>nul
"%KEYTURN_JAVA%" "@%KEYTURN_LAYOUT%\lib\jvm.flags" -cp "%KEYTURN_LAYOUT%\lib\keyturn.jar" keyturn.app.Main %*
set "KEYTURN_EXIT=%ERRORLEVEL%"
if defined KEYTURN_CODEPAGE chcp %KEYTURN_CODEPAGE% >nul 2>nul
exit /b %KEYTURN_EXIT%

:none
echo Keyturn needs Java 25 or newer: set JAVA_HOME to it, or use the package that brings its own. 1>&2
exit /b 2

:wrong
echo Keyturn needs Java 25 or newer. JAVA_HOME is "%KEYTURN_HOME%", and there is no bin\java.exe in it. 1>&2
exit /b 2

:old
echo Keyturn needs Java 25 or newer. JAVA_HOME is "%KEYTURN_HOME%", which is Java %KEYTURN_VERSION%. 1>&2
exit /b 2
