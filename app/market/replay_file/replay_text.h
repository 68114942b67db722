// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "file_streams/input_stream.h"
#include "file_streams/file_kind.h"
#include "file_streams/text_encoding.h"

#include <QByteArray>
#include <QFile>

#include <memory>

namespace ticker {

/// What had to be done to a file to read it line by line. A value.
struct ReplayTextForm final
{
    FilePacking packing = FilePacking::None;
    TextEncoding encoding = TextEncoding::Utf8;
    bool isJsonList = false; ///< Rows of a JSON text that has more than one object a line.

    friend bool operator==(const ReplayTextForm &, const ReplayTextForm &) = default;
};

/// A file as lines of UTF-8.
struct ReplayText final
{
    ReplayTextForm form;
    std::shared_ptr<QFile> file;         ///< Its bytes are those lines, to be read at any place; or null, and there is
    std::unique_ptr<InputStream> stream; ///< what is read once.
};

/// Unpacks a stream step by step, as its start says each time. One thread; owned by who opens the file.
class ReplayTextOpener final
{
public:
    explicit ReplayTextOpener(std::unique_ptr<InputStream> stream) : m_stream(std::move(stream)) { }

    /// Goes on as far as enough of the stream has come, or as far as it can by what there is, if nothing more comes for
    /// now. True: it is done. An error is a sentence: it is no text, damaged, locked.
    [[nodiscard]] Expected<bool, LocalizedText> open(bool isQuiet);
    /// The bytes of the stream that were read so far.
    [[nodiscard]] quint64 bytesOfFile() const { return m_stream->bytesOfFile(); }
    /// When it is done. Without a file; if the form says that nothing was to be done, the stream's bytes are the text.
    [[nodiscard]] ReplayText take();

private:
    enum class Step : quint8 { Unpack, FindEncoding, FindRows, Done };

    [[nodiscard]] Expected<bool, LocalizedText> look(bool isQuiet);
    [[nodiscard]] std::optional<LocalizedText> unpack();
    [[nodiscard]] std::optional<LocalizedText> decode();
    [[nodiscard]] std::optional<LocalizedText> readRows();
    [[nodiscard]] std::unique_ptr<InputStream> takePeeked();

    Step m_step = Step::Unpack;
    int m_timesUnpacked = 0;
    ReplayText m_text;
    std::unique_ptr<InputStream> m_stream;
    QByteArray m_start;
    bool m_isWhole = false;
};

/// Looks at the start of a regular file that is open, unbuffered. An error is a sentence as ReplayTextOpener's.
[[nodiscard]] Expected<ReplayText, LocalizedText> openReplayText(const std::shared_ptr<QFile> &file);

} // namespace ticker
