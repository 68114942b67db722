// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspection/file_inspector.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>

namespace ticker::test {

/// A folder with a file of these bytes, which is inspected in slices.
class InspectedFile final
{
public:
    explicit InspectedFile(const QByteArray &bytes, const QString &name = QStringLiteral("t.csv"))
        : m_path(m_folder.filePath(name))
    {
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the file cannot be written");
    }

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] FileInspection inspect(const FileReading &reading = {}) const
    {
        FileInspector inspector(m_path, reading, QStringLiteral("HEAD"));
        double before = 0;
        while (!inspector.isDone()) {
            inspector.work(std::chrono::milliseconds(1));
            before = std::max(before, inspector.progress());
        }
        if (before > 1 || inspector.progress() != 1)
            qFatal("the progress is out of range");
        return inspector.inspection();
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

inline FileInspection inspected(const QByteArray &bytes, const FileReading &reading = {})
{
    return InspectedFile(bytes).inspect(reading);
}

} // namespace ticker::test
