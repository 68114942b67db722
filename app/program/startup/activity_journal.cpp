// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup/activity_journal.h"

#include <QCoreApplication>
#include <QFile>

#include <csignal>

namespace ticker {

ActivityJournal::~ActivityJournal()
{
    // What the server said at its end, after the event loop.
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
}

std::optional<LocalizedText> ActivityJournal::open(const QString &path)
{
    const auto close = [](std::FILE *stream) { return stream == stdout ? 0 : std::fclose(stream); };
    const bool isOutput = path == QLatin1String("-");
    // Not by QFile, which seeks to append, and that cannot be done in a pipe.
    std::FILE *stream = isOutput ? stdout : std::fopen(QFile::encodeName(path).constData(), "ab");
    if (!stream)
        return LocalizedText::tr("Cannot write the log to %1: %2").arg(path).arg(qt_error_string());
#ifdef Q_OS_UNIX
    // A reader at the other end of a pipe may leave: then writing fails, and the feed goes on.
    std::signal(SIGPIPE, SIG_IGN);
#endif
    m_path = path;
    m_stream = {stream, close};
    return std::nullopt;
}

void ActivityJournal::append(const Activities &lines)
{
    if (!m_stream)
        return;
    const QByteArray bytes = toJsonLines(lines);
    const auto size = std::size_t(bytes.size());
    if (std::fwrite(bytes.constData(), 1, size, m_stream.get()) == size && std::fflush(m_stream.get()) == 0)
        return;
    const LocalizedText why = LocalizedText::tr("Logging to %1 stopped: %2").arg(m_path).arg(qt_error_string());
    m_stream.reset();
    Q_EMIT failed(why);
}

} // namespace ticker

#include "moc_activity_journal.cpp"
