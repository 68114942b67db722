// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace ticker {

/// A text from outside as it may be shown to a person, in a terminal, a log or a window: one line without control
/// characters, and nothing that changes the direction of what stands around it or that cannot be seen. Each of these is
/// written as JSON escapes it, such as \u001b; so JSON stays the same value. The joiners of scripts and emoji remain.
QString printable(const QString &text);

/// The same of a text that has lines: each line feed stays.
QString printableLines(const QString &text);

} // namespace ticker
