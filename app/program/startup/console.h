// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace ticker {

class LocalizedText;
struct ServerStatus;

/// One line on standard output, at once.
void printLine(const QString &line);
/// One line on standard error, in English.
void printError(const LocalizedText &line);
/// The address when the server serves, on standard output; why it does not, on standard error.
void printStatus(const ServerStatus &status);

} // namespace ticker
