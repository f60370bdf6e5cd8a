@echo off
rem Runs Archmeter from its checkout on Windows: builds what is out of date, then starts Java with the flags of a short
rem command. No value that may hold a bracket or an ampersand stands in a bracketed block or outside quotes.
setlocal DisableDelayedExpansion

for %%R in ("%~dp0..") do set "root=%%~fR"
set "target=%root%\target"
set "jar=%target%\archmeter.jar"
set "sources=%target%\sources"
rem A release that was unpacked may lie where nobody can write; releases beside each other have archives of their own.
for %%R in ("%root%") do set "release=%%~nxR"
if exist "%root%\lib\archmeter.jar" set "jar=%root%\lib\archmeter.jar"
if exist "%root%\lib\archmeter.jar" set "target=%LOCALAPPDATA%\archmeter\%release%"
if not exist "%target%" mkdir "%target%" >nul 2>&1

call :find_java
if not defined java echo archmeter: Java 17 or newer is needed: set JAVA_HOME, or put java on the PATH 1>&2
if not defined java exit /b 70

call :is_built
if errorlevel 1 call :build
if not exist "%jar%" exit /b 70

rem An archive that does not fit is passed over with a warning on standard output: no log at all, then.
set "flags=-XX:-UsePerfData -Xlog:disable"
rem A table is printed before much of what is compiled has paid. Of the collectors G1 alone takes objects from an archive.
set "tuning=-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=3 -XX:+UseG1GC"
set "main=io.archmeter.cli.Main"

call :find_archive
if "%~1" == "verify" call :prepare_forward_pass %*
if defined archive goto with_archive
"%java%" %flags% %tuning% %ARCHMETER_JAVA_OPTS% -cp "%jar%" %main% %*
goto ended

:with_archive
"%java%" %flags% %tuning% "%archive%" %ARCHMETER_JAVA_OPTS% -cp "%jar%" %main% %*

rem Java ends with 1 where it cannot start, and so does a check that fails. Then it has to start once more.
:ended
set "code=%ERRORLEVEL%"
if not "%code%" == "1" exit /b %code%
"%java%" %flags% %tuning% %ARCHMETER_JAVA_OPTS% -cp "%jar%" %main% --version >nul 2>&1
if errorlevel 1 echo archmeter: this Java cannot run Archmeter 1>&2
if errorlevel 1 exit /b 70
exit /b 1

rem A forward pass needs both compilers, memory, and vectors where this Java has them. Java then says on standard error that
rem it uses an incubating module; no flag silences that line, so help goes without.
:prepare_forward_pass
for %%O in (-h --help -V --version) do if "%~1" == "%%O" exit /b
shift
if not "%~1" == "" goto prepare_forward_pass
set "tuning=-XX:MaxRAMPercentage=75 -XX:+UseParallelGC"
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

rem Batch files cannot compare times, but Robocopy can: beside the jar lies a copy of the sources that it was built of, and an
rem exit code above 0 means that a file is newer, older, new or gone. Outside a checkout there is nothing to be out of date.
:is_built
if not exist "%jar%" exit /b 1
if not exist "%root%\pom.xml" exit /b 0
call :copy_sources /L
exit /b %changed%

rem With /L, Robocopy lists what it would copy, and copies nothing.
:copy_sources
set "changed=0"
robocopy "%root%\src\main" "%sources%\src\main" /MIR %1 >nul
if errorlevel 1 set "changed=1"
robocopy "%root%\specs" "%sources%\specs" /MIR %1 >nul
if errorlevel 1 set "changed=1"
robocopy "%root%" "%sources%" pom.xml %1 >nul
if errorlevel 1 set "changed=1"
exit /b

:build
echo archmeter: building, once, with Maven ... 1>&2
if not exist "%target%" mkdir "%target%"
rem Before the build begins, so that a source edited meanwhile is newer; the jar of before would be taken for the new one.
if exist "%jar%" del /f "%jar%"
call :copy_sources
rem Maven would leave in the jar a model whose file is gone.
if exist "%target%\classes\specs" rmdir /s /q "%target%\classes\specs"
set "log=%target%\archmeter-build.log"
pushd "%root%"
call mvn -q -B -Dmaven.test.skip=true -Djacoco.skip=true package >"%log%" 2>&1 <nul
popd
if exist "%jar%" exit /b
type "%log%" 1>&2
echo archmeter: the build failed 1>&2
exit /b

rem Java takes an archive only for the very jar and the very Java that it was made with, else it starts slowly and says
rem nothing. So the name holds the sizes of the JDK's classes and of the jar, and a record beside it the time and the place
rem of the jar. An archive is made under another name, so that no launch sees half of it. Without lib\modules beside java, or
rem where nothing can be written, there is none.
:find_archive
set "archive="
set "modules="
for %%J in ("%java%") do for %%M in ("%%~dpJ..\lib\modules") do set "modules=%%~zM"
if not defined modules exit /b
for %%F in ("%jar%") do set "name=%target%\archmeter-%modules%-%%~zF"
for %%F in ("%jar%") do set "needed=%%~tF %%~fF"
set made=""
if exist "%name%.record" set /p made=<"%name%.record"
if not %made% == "%needed%" call :make_archive
if exist "%name%.aot" set "archive=-XX:AOTCache=%name%.aot"
if exist "%name%.jsa" set "archive=-XX:SharedArchiveFile=%name%.jsa"
exit /b

rem From Java 25 on, a cache of classes as they are linked; before, the static archive.
:make_archive
for %%E in (aot jsa record) do if exist "%name%.%%E" del /f "%name%.%%E" >nul 2>&1
set "draft=%name%.%RANDOM%"
set "typical=-cp "%jar%" io.archmeter.cli.TypicalCommands "%root%\specs""
"%java%" %tuning% "-XX:AOTCacheOutput=%draft%" %typical% >nul 2>&1 <nul
if not errorlevel 1 if exist "%draft%" move /y "%draft%" "%name%.aot" >nul 2>&1
if exist "%name%.aot" goto made
"%java%" %tuning% -Xshare:off "-XX:DumpLoadedClassList=%draft%.classes" %typical% >nul 2>&1 <nul
"%java%" -XX:+UseG1GC -Xshare:dump "-XX:SharedClassListFile=%draft%.classes" "-XX:SharedArchiveFile=%draft%" -cp "%jar%" >nul 2>&1 <nul
if not errorlevel 1 if exist "%draft%" move /y "%draft%" "%name%.jsa" >nul 2>&1
:made
if exist "%draft%" del /f "%draft%" >nul 2>&1
if exist "%draft%.classes" del /f "%draft%.classes" >nul 2>&1
>"%name%.record" echo "%needed%"
exit /b
