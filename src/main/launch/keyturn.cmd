@echo off
rem Starts Keyturn from this layout: its own runtime if it has one, else the Java that JAVA_HOME names.
setlocal
set "KEYTURN_HOME=%~dp0.."
if exist "%KEYTURN_HOME%\runtime\bin\java.exe" (
  set "KEYTURN_JAVA=%KEYTURN_HOME%\runtime\bin\java.exe"
) else if defined JAVA_HOME (
  set "KEYTURN_JAVA=%JAVA_HOME%\bin\java.exe"
) else (
  echo Keyturn needs Java 25: set JAVA_HOME to it, or use the package that brings its own. 1>&2
  exit /b 2
)
"%KEYTURN_JAVA%" "@%KEYTURN_HOME%\lib\jvm.flags" -cp "%KEYTURN_HOME%\lib\*" keyturn.app.Main %*
exit /b %ERRORLEVEL%
