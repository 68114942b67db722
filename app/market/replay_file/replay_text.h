// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "file_streams/input_stream.h"
#include "file_streams/file_kind.h"
#include "file_streams/text_encoding.h"

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

/// Looks at the start of a file that is open, unbuffered. An error is a sentence: it is no text, damaged, locked.
[[nodiscard]] Expected<ReplayText, LocalizedText> openReplayText(const std::shared_ptr<QFile> &file);
/// The same of what comes through a pipe, by what has come.
[[nodiscard]] Expected<ReplayText, LocalizedText> openReplayText(std::unique_ptr<InputStream> stream);

} // namespace ticker
