// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup/console.h"

#include "printable.h"
#include "server_values/server_status.h"
#include "startup/line_writer.h"

#include <QMessageLogContext>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace ticker {

namespace {

/// Qt gives its handler nothing to find it by. Null: there is no console.
std::weak_ptr<LineWriter> errorsOfQt;

/// A write that fails is told where it is made, and ends nothing: of a reader that left, and of `ulimit -f`.
void ignoreSignalsOfWrites()
{
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

/// Else the next sockets would take their places, and clients would read what is printed.
void openClosedStreams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) == -1 && errno == EBADF)
            ::open("/dev/null", O_RDWR); // takes the lowest number that is free
    }
}

QByteArray lostText(quint64 lines)
{
    return "tickertray: " + QByteArray::number(lines) + " lines were left out, because nobody read them\n";
}

/// Whatever is in it: a line holds names of files, keys of settings, and what clients sent.
QByteArray lineOf(const QString &text)
{
    return printable(text).toLocal8Bit() + '\n';
}

/// Qt's own would wait for who reads standard error.
void writeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const auto errors = errorsOfQt.lock();
    if (!errors)
        return;
    errors->write(lineOf(qFormatLogMessage(type, context, message)));
    if (type == QtFatalMsg)
        errors->finish(); // Qt ends the program next
}

} // namespace

Console::Console()
{
    ignoreSignalsOfWrites();
    openClosedStreams();
    m_output = LineWriter::to(STDOUT_FILENO);
    m_errors = LineWriter::to(STDERR_FILENO);
    m_output->setLostText(&lostText);
    m_errors->setLostText(&lostText);
    errorsOfQt = m_errors;
    qInstallMessageHandler(&writeMessage);
}

Console::~Console()
{
    qInstallMessageHandler(nullptr);
    finish();
}

void Console::finish()
{
    m_output->finish();
    m_errors->finish();
}

void Console::printLine(const QString &line)
{
    m_output->write(lineOf(line));
}

void Console::printError(const LocalizedText &line)
{
    m_errors->write(lineOf(QStringLiteral("tickertray: ") + line.english()));
}

void Console::printStatus(const ServerStatus &status)
{
    if (status.state == ServerStatus::State::Listening)
        printLine(QStringLiteral("Listening on %1").arg(status.url));
    else if (status.error)
        printError(status.error->toString());
}

} // namespace ticker

#include "moc_console.cpp"
