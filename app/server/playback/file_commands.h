// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_command.h"

#include <QObject>

#include <optional>

namespace ticker {

class MarketController;

/// Carries out what a person wants done with files, and says what became of it. Server thread; owned by the server. The market
/// outlives it.
class FileCommands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileCommands)

public:
    explicit FileCommands(MarketController &market);

    /// Nothing: the file has to be read as a whole first, answered() comes later.
    [[nodiscard]] std::optional<FileResult> execute(const FileCommand &command);

Q_SIGNALS:
    /// What became of a command that took longer.
    void answered(const ticker::FileResult &answer);

private:
    [[nodiscard]] FileResult carryOut(const FileCommand &command);
    [[nodiscard]] FileResult openAny(const QString &path);

    MarketController &m_market;
    std::optional<FileCommand> m_pending; ///< Of the file that is being opened.
};

} // namespace ticker
