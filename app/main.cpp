// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "localized_text.h"
#include "startup/command_line.h"
#include "startup/console.h"
#include "startup/export_program.h"
#include "startup/headless_application.h"
#include "startup/inspection_run.h"
#ifdef TICKER_DESKTOP
#include "desktop/desktop_application.h"
#endif

int main(int argc, char **argv)
{
    ticker::Console console;
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));

    const auto parsed = ticker::parseCommandLine(arguments);
    if (const auto *message = std::get_if<ticker::CommandLineMessage>(&parsed)) {
        if (message->exitCode == 0) {
            for (const QString &line : message->text.split(QLatin1Char('\n')))
                console.printLine(line);
        } else {
            console.printError(message->text);
        }
        return message->exitCode;
    }
    const auto &commandLine = std::get<ticker::CommandLine>(parsed);
    if (!commandLine.inspectFile.isEmpty())
        return ticker::runInspection(commandLine, console);
    // Qt takes options of its own from the arguments; ours are understood already and not for it.
    int ownArgc = 1;
    if (!commandLine.exportFile.isEmpty())
        return ticker::runExport(commandLine, console, ownArgc, argv);
#ifdef TICKER_DESKTOP
    if (!commandLine.headless)
        return ticker::runDesktop(commandLine, console, ownArgc, argv);
#endif
    return ticker::runHeadless(commandLine, console, ownArgc, argv);
}
