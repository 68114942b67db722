// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "localized_text.h"

#include <QString>

namespace ticker {

/// Where the program that was started first listens for the next ones: the runtime folder of the session, or one that is
/// made in the folder for temporary files. In either nobody but this user can make or reach anything. The error is a
/// sentence: there is no such folder, for another user has taken its name.
[[nodiscard]] Expected<QString, LocalizedText> instanceFolder();

/// Whether a program of this user is at the other end of a local socket.
[[nodiscard]] bool isPeerThisUser(qintptr descriptor);

} // namespace ticker
