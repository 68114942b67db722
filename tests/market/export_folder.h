// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tick_export/tick_export.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>

namespace ticker {

/// Files that are exported, and what they become, which are gone with it.
class ExportFolder final
{
public:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Its path.
    QString write(const QByteArray &bytes, const QString &name = QStringLiteral("from.csv"))
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }
    [[nodiscard]] static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }
    [[nodiscard]] QStringList names() const { return QDir(m_folder.path()).entryList(QDir::Files); }

    static TickExport::Options options(const QString &from, const QString &to,
                                       std::optional<CandleInterval> bars = std::nullopt)
    {
        return {from,
                {QStringLiteral("HEAD"), ReplayOptions::OnBadLine::SkipFew, {}},
                to,
                exportFormatOf(to).value_or(ExportFormat()),
                bars};
    }
    /// All of it. The summary, or why not.
    static Expected<TickExport::Summary, TickExport::Error> run(const TickExport::Options &options)
    {
        auto begun = TickExport::begin(options);
        if (!begun)
            return begun.error();
        const auto work = begun.takeValue();
        while (!work->isDone()) {
            if (const auto error = work->work(std::chrono::microseconds(50)))
                return *error;
        }
        return work->summary();
    }
    /// What a file becomes, as text; for files that can be exported. The ending is that of its name.
    QByteArray exported(const QString &from, const QString &ending, std::optional<CandleInterval> bars = std::nullopt)
    {
        const QString to = path(QStringLiteral("to%1%2").arg(++m_files).arg(ending));
        const auto done = run(options(from, to, bars));
        return done ? contents(to) : done.error().why.english().toUtf8();
    }
    /// The path of the last one.
    [[nodiscard]] QString last(const QString &ending) const
    {
        return path(QStringLiteral("to%1%2").arg(m_files).arg(ending));
    }

private:
    QTemporaryDir m_folder;
    int m_files = 0;
};

} // namespace ticker
