// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QtGlobal>

#include <optional>

namespace ticker {

class Console;

/// Why no window can be shown, a sentence in English: the environment names no display. Nothing: it can be tried.
[[nodiscard]] std::optional<QString> whyNoDisplay();

/// Around the making of a QApplication, on the stack. Qt ends the program by a signal, after two paragraphs, where the
/// display cannot be reached; meanwhile that is one line and exit code 1. What else Qt says is printed at the end. Main
/// thread; one at a time.
class DisplayGuard final
{
    Q_DISABLE_COPY_MOVE(DisplayGuard)

public:
    explicit DisplayGuard(Console &console);
    ~DisplayGuard();
};

} // namespace ticker
