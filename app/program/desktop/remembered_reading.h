// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_inspection.h"
#include "market_values/file_reading.h"

#include <optional>

namespace ticker {

/// Tries a file as another one with the same columns was read. What a person chose then, columns, zone and what becomes of bad
/// lines, counts at once; an answer only if this file leaves the question, too. If it does not play like that, but does as it
/// is, nothing counts. A value.
class RememberedReading final
{
public:
    /// The inspection is of the file as it is.
    RememberedReading(const FileReading &remembered, const FileInspection &plain);

    /// To be looked at first; it may say nothing.
    [[nodiscard]] const FileReading &reading() const { return m_reading; }
    /// Whether it cannot be told yet what the file leaves open.
    [[nodiscard]] bool waitsFor(const FileInspection &found) const;
    /// To be looked at after what was found with the one before; nothing: that one it is.
    [[nodiscard]] std::optional<FileReading> next(const FileInspection &found);
    /// Whether anything counts.
    [[nodiscard]] bool isUsed() const { return m_reading != FileReading(); }

private:
    [[nodiscard]] bool answer(FileInspection::Question question);

    FileReading m_remembered;
    FileReading m_reading;
    bool m_doesPlainPlay;
};

/// Whether it is what is remembered, or that part of it which a file needed.
[[nodiscard]] bool isAsRemembered(const FileReading &reading, const FileReading &remembered);

/// With answers that were remembered before, and for which this file did not ask.
[[nodiscard]] FileReading withAnswersOf(FileReading reading, const std::optional<FileReading> &before);

} // namespace ticker
