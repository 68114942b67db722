// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command_line.h"
#include "desktop_application.h"
#include "single_instance.h"

#include <QApplication>
#include <QTemporaryDir>

#include <utility>

namespace ticker::test {

/// A folder in place of the person's own, for settings and for what a second start finds the first by.
class OwnFolder final
{
public:
    OwnFolder()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        qputenv("XDG_RUNTIME_DIR", m_folder.path().toLocal8Bit());
    }

    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

/// The first window of a kind; null: there is none.
template<typename Window>
[[nodiscard]] Window *findWindow()
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (auto *found = qobject_cast<Window *>(window))
            return found;
    }
    return nullptr;
}

/// The whole program, with its window and server, on any free port and in a folder of its own. Not started yet.
struct WholeProgram final
{
    explicit WholeProgram(CommandLine commandLine = {})
        : instance(profile()), application(onAnyPort(std::move(commandLine)), instance)
    {
    }

    [[nodiscard]] static QString profile() { return QStringLiteral("test"); }

    OwnFolder folder;
    SingleInstance instance;
    DesktopApplication application;

private:
    [[nodiscard]] static CommandLine onAnyPort(CommandLine commandLine)
    {
        commandLine.profile = profile();
        commandLine.port = 0;
        return commandLine;
    }
};

} // namespace ticker::test
