// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup/activity_journal.h"

#include "open_file.h"
#include "startup/console.h"
#include "startup/line_writer.h"

#include <QCoreApplication>
#include <QDateTime>

namespace ticker {

namespace {

QByteArray omittedLine(quint64 lines)
{
    Activity line;
    line.kind = Activity::Kind::Omitted;
    line.timeMs = QDateTime::currentMSecsSinceEpoch();
    line.count = lines;
    return toJsonLines({line});
}

} // namespace

ActivityJournal::~ActivityJournal()
{
    // What the server said at its end, after the event loop.
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    if (m_writer)
        m_writer->setFailureHandler({});
}

std::optional<LocalizedText> ActivityJournal::open(const QString &path, Console &console)
{
    const bool isOutput = path == QLatin1String("-");
    if (isOutput) {
        m_writer = console.output();
    } else {
        const auto descriptor = openToAppend(path);
        if (!descriptor)
            return LocalizedText::tr("Cannot write the log to %1: %2").arg(path).arg(descriptor.error().why);
        m_writer = LineWriter::owning(*descriptor);
    }
    m_path = path;
    m_writer->setLostText(&omittedLine);
    m_writer->setFailureHandler([this](int error) {
        QMetaObject::invokeMethod(
            this, [this, error] { tellFailure(error); }, Qt::QueuedConnection);
    });
    return std::nullopt;
}

void ActivityJournal::append(const Activities &lines)
{
    if (m_writer && !lines.isEmpty())
        m_writer->write(toJsonLines(lines));
}

void ActivityJournal::tellFailure(int error)
{
    m_writer.reset();
    Q_EMIT failed(LocalizedText::tr("Logging to %1 stopped: %2").arg(m_path).arg(qt_error_string(error)));
}

} // namespace ticker

#include "moc_activity_journal.cpp"
