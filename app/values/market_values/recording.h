// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>
#include <QString>

namespace ticker {

/// A file to which what goes out is written, or was.
struct Recording final
{
    enum class State : quint8 {
        Writing,
        Finishing, ///< What is left is brought to the disk.
        Done,
        Failed, ///< What was written stays, as the file's name with .part behind it.
    };

    State state = State::Writing;
    QString path;
    quint64 ticks = 0;
    quint64 bytes = 0;

    /// Without its folder.
    [[nodiscard]] QString name() const { return QFileInfo(path).fileName(); }

    friend bool operator==(const Recording &, const Recording &) = default;
};

} // namespace ticker
