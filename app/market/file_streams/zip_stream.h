// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_streams/input_stream.h"

#include <QByteArrayList>
#include <QFile>

#include <memory>
#include <optional>

struct zip;
struct zip_file;

namespace ticker {

/// The one file in a zip file. One thread.
class ZipStream final : public InputStream
{
public:
    /// A regular file, which may be closed then. Or a sentence: it has several files, is protected by a password, is a
    /// spreadsheet, or is damaged.
    [[nodiscard]] static Expected<std::unique_ptr<InputStream>, LocalizedText> open(const QFile &file);
    ~ZipStream() override;

    [[nodiscard]] Expected<Piece, LocalizedText> read(QByteArray *bytes) override;
    [[nodiscard]] quint64 bytesOfFile() const override;

private:
    struct CloseArchive final
    {
        void operator()(zip *archive) const;
    };
    struct CloseEntry final
    {
        void operator()(zip_file *entry) const;
    };
    using Archive = std::unique_ptr<zip, CloseArchive>;

    explicit ZipStream(Archive archive) : m_archive(std::move(archive)) { }

    [[nodiscard]] static Expected<Archive, LocalizedText> openArchive(const QFile &file);
    /// The names of the files in it, and the place of the last one.
    struct Content final
    {
        QByteArrayList names;
        quint64 place = 0;
    };
    [[nodiscard]] static Content contentOf(zip *archive);
    [[nodiscard]] static std::optional<LocalizedText> whyNotOne(const QByteArrayList &names);
    [[nodiscard]] std::optional<LocalizedText> openEntry(quint64 place);

    Archive m_archive;
    std::unique_ptr<zip_file, CloseEntry> m_entry; ///< Closed before the archive.
    quint64 m_read = 0;
    quint64 m_size = 0;       ///< Of what is read, by the archive,
    quint64 m_packedSize = 0; ///< and in it.
    std::optional<LocalizedText> m_error;
};

} // namespace ticker
