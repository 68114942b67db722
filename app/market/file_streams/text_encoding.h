// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_streams/unpacker.h"

#include <QByteArrayView>
#include <QStringDecoder>
#include <QStringEncoder>

#include <memory>
#include <optional>

namespace ticker {

enum class TextEncoding : quint8 {
    Utf8,
    Utf16LittleEndian,
    Utf16BigEndian,
    Windows1252, ///< Whatever is not UTF-8: Latin-1 and Latin-9 differ from it in signs that numbers and names do not have.
};

/// By the start of a file; of one that is whole, by all of it. Nothing: this is no text.
[[nodiscard]] std::optional<TextEncoding> findEncoding(QByteArrayView start, bool isWhole);

/// A text as UTF-8, without a mark. One thread.
class TextStream final : public Unpacker
{
public:
    /// Not of UTF-8, which needs none.
    TextStream(std::unique_ptr<InputStream> source, TextEncoding encoding);

private:
    [[nodiscard]] Expected<qsizetype, LocalizedText> unpack(QByteArrayView input, QByteArray *bytes) override;
    [[nodiscard]] std::optional<LocalizedText> finish(QByteArrayView rest, QByteArray *bytes) override;

    TextEncoding m_encoding;
    QStringDecoder m_decoder; ///< Of UTF-16.
    QStringEncoder m_encoder{QStringConverter::Utf8};
};

} // namespace ticker
