// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/main_window.h"

#include <QAbstractButton>

namespace ticker::test {

/// A window to be looked at and used by the names of its parts. A test adds its spies, then shows it.
struct WindowFixture
{
    MainWindow window;

    void show(const ServerStatus &status, const ServerSnapshot &snapshot)
    {
        window.showStatus(status);
        window.showSnapshot(snapshot);
        window.show();
    }

    template<typename T>
    [[nodiscard]] T *child(const char *name) const
    {
        auto *found = window.findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }

    void click(const char *button) const { child<QAbstractButton>(button)->click(); }
};

} // namespace ticker::test
