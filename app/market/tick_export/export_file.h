// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "localized_text.h"

#include <QByteArrayView>
#include <QFile>
#include <QString>

#include <memory>
#include <optional>

struct z_stream_s;

namespace ticker {

/// The file that is written, packed by gzip or not: NAME.part until finish(). If that does not succeed, nothing of it
/// remains. Errors are sentences for people. One thread; part of TickExport.
class ExportFile final
{
    Q_DISABLE_COPY_MOVE(ExportFile)

public:
    /// A NAME.part that exists is an error, for it may be a recording; so is a NAME, unless it may be replaced. The error is
    /// told without the name.
    [[nodiscard]] static Expected<std::unique_ptr<ExportFile>, LocalizedText> create(const QString &path, bool isPacked,
                                                                                     bool overwrite);
    ~ExportFile();

    [[nodiscard]] std::optional<LocalizedText> write(QByteArrayView bytes);
    /// Makes it empty again.
    [[nodiscard]] std::optional<LocalizedText> restart();
    /// There is no more: it is flushed to disk and gets its name. The last call.
    [[nodiscard]] std::optional<LocalizedText> finish();

private:
    ExportFile(const QString &path, std::unique_ptr<QFile> file, bool isPacked, bool overwrite);

    [[nodiscard]] std::optional<LocalizedText> pack(QByteArrayView bytes, int flush);
    [[nodiscard]] std::optional<LocalizedText> writeAll(QByteArrayView bytes);

    QString m_path;
    std::unique_ptr<QFile> m_file;
    std::unique_ptr<z_stream_s> m_zlib; ///< Null: it is not packed.
    bool m_overwrite;
    bool m_isFinished = false;
};

} // namespace ticker
