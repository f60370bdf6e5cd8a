@echo off
rem Runs Archmeter from its checkout on Windows: builds it when there is no jar, then starts Java with the flags of a
rem short command. No value that may hold a bracket or an ampersand stands in a bracketed block or outside quotes.
setlocal DisableDelayedExpansion

for %%R in ("%~dp0..") do set "root=%%~fR"
set "target=%root%\target"
set "jar=%target%\archmeter.jar"

call :find_java
if not defined java echo archmeter: Java 17 or newer is needed: set JAVA_HOME, or put java on the PATH 1>&2
if not defined java exit /b 70

if not exist "%jar%" call :build
if not exist "%jar%" exit /b 70

rem A table is printed before the second compiler has warmed up.
set "tuning=-XX:TieredStopAtLevel=1"
rem The parallel collector starts as fast as the serial one, and a large spec is done a fifth sooner.
rem An archive that does not fit is passed over with a warning on standard output: no log at all, then.
set "flags=-XX:+UseParallelGC -XX:-UsePerfData -Xshare:auto -Xlog:disable"

call :find_archive
if "%~1" == "verify" call :prepare_forward_pass
if defined archive goto with_archive
"%java%" %tuning% %flags% %ARCHMETER_JAVA_OPTS% -jar "%jar%" %*
exit /b %ERRORLEVEL%

:with_archive
"%java%" %tuning% %flags% "-XX:SharedArchiveFile=%archive%" %ARCHMETER_JAVA_OPTS% -jar "%jar%" %*
exit /b %ERRORLEVEL%

:prepare_forward_pass
rem It needs both compilers, memory, and vectors where this Java has them. Java then says on standard error that it uses an
rem incubating module; no flag silences that line.
set "tuning=-XX:MaxRAMPercentage=75"
"%java%" --add-modules jdk.incubator.vector -version >nul 2>&1
if not errorlevel 1 set "tuning=%tuning% --add-modules jdk.incubator.vector"
exit /b

:find_java
set "java="
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if defined java if exist "%java%" exit /b
set "java="
for %%J in (java.exe) do set "java=%%~$PATH:J"
exit /b

:build
echo archmeter: building, once, with Maven ... 1>&2
if not exist "%target%" mkdir "%target%"
set "log=%target%\archmeter-build.log"
pushd "%root%"
call mvn -q -B -Dmaven.test.skip=true -Djacoco.skip=true package >"%log%" 2>&1 <nul
popd
if exist "%jar%" exit /b
type "%log%" 1>&2
echo archmeter: the build failed 1>&2
exit /b

rem The name holds the sizes of the JDK's classes and of the jar, so that no other JDK and no other build finds the
rem archive; one that still does not fit is passed over. Java writes it as it ends, under another name, so that no
rem launch sees half of it. Without lib\modules beside java, or where nothing can be written, there is none.
:find_archive
set "archive="
set "modules="
for %%J in ("%java%") do for %%M in ("%%~dpJ..\lib\modules") do set "modules=%%~zM"
if not defined modules exit /b
for %%F in ("%jar%") do set "archive=%target%\archmeter-%modules%-%%~zF.jsa"
if exist "%archive%" exit /b
set "draft=%archive%.%RANDOM%"
set "typical=compare alexnet vgg16 googlenet resnet50"
"%java%" %tuning% %flags% "-XX:ArchiveClassesAtExit=%draft%" -jar "%jar%" %typical% >nul 2>&1 <nul
if not errorlevel 1 move /y "%draft%" "%archive%" >nul 2>&1
if exist "%draft%" del /f "%draft%" >nul 2>&1
if not exist "%archive%" set "archive="
exit /b
