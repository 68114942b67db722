// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/running_inspection.h"

#include "inspection/file_inspector.h"

#include <QElapsedTimer>

namespace ticker {

namespace {

/// Of the first look: the symbols and times of most files are known then.
constexpr std::chrono::milliseconds firstLook{30};
/// Between two looks whether it is to stop.
constexpr std::chrono::milliseconds slice{50};
constexpr qint64 msBetweenTellings = 300;

} // namespace

RunningInspection::RunningInspection(const QString &path, const FileReading &reading, const QString &symbol,
                                     QObject *parent)
    : QObject(parent), m_thread([this, path, reading, symbol] { run(path, reading, symbol); })
{
}

RunningInspection::~RunningInspection()
{
    m_isStopped = true;
    m_thread.join();
}

/// What is told goes by the event loop, like everything between threads.
void RunningInspection::run(const QString &path, const FileReading &reading, const QString &symbol)
{
    FileInspector inspector(path, reading, symbol);
    const auto tell = [this, &inspector] {
        QMetaObject::invokeMethod(
            this,
            [this, inspection = inspector.inspection(), progress = inspector.progress()] {
                Q_EMIT told(inspection, progress);
            },
            Qt::QueuedConnection);
    };
    inspector.work(firstLook);
    tell();
    QElapsedTimer sinceTold;
    sinceTold.start();
    while (!inspector.isDone() && !m_isStopped) {
        inspector.work(slice);
        if (!inspector.isDone() && sinceTold.elapsed() < msBetweenTellings)
            continue;
        tell();
        sinceTold.start();
    }
}

} // namespace ticker

#include "moc_running_inspection.cpp"
