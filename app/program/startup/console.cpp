// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup/console.h"

#include "server_values/server_status.h"

#include <cstdio>

namespace ticker {

namespace {

void print(std::FILE *stream, const QString &line)
{
    const QByteArray bytes = line.toLocal8Bit() + '\n';
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void printLine(const QString &line)
{
    print(stdout, line);
}

void printError(const LocalizedText &line)
{
    print(stderr, QStringLiteral("tickertray: ") + line.english());
}

void printStatus(const ServerStatus &status)
{
    if (status.state == ServerStatus::State::Listening)
        printLine(QStringLiteral("Listening on %1").arg(status.url));
    else if (status.error)
        printError(status.error->toString());
}

} // namespace ticker
