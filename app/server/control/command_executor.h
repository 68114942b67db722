// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/server_activity.h"
#include "localized_text.h"
#include "market_values/file_command.h"
#include "server_values/server_command.h"

#include <optional>

namespace ticker {

class FileCommands;
class MarketController;

/// What became of a command.
struct CommandResult final
{
    std::optional<LocalizedText> refusal; ///< Why nothing has changed, a sentence; nothing: it is done.
    std::optional<FileResult> file;       ///< Of a FileCommand.
    bool isPending = false;               ///< Of one that takes longer; FileCommands::answered() tells.
};

/// Carries out what is asked of the running market, whoever asks, and notes it. The only place that refuses a command.
/// Server thread; owned by the server. Market, files and activity outlive it.
class CommandExecutor final
{
public:
    CommandExecutor(MarketController &market, FileCommands &files, ServerActivity &activity)
        : m_market(market), m_files(files), m_activity(activity)
    {
    }

    [[nodiscard]] CommandResult execute(const ServerCommand &command, ServerActivity::By by);

private:
    [[nodiscard]] CommandResult carryOut(const ServerCommand::SetPaused &command);
    [[nodiscard]] CommandResult carryOut(const ServerCommand::SingleTick &command);
    [[nodiscard]] CommandResult carryOut(const ServerCommand::SetSeed &command);
    [[nodiscard]] CommandResult carryOut(const TickInterval &interval);
    [[nodiscard]] CommandResult carryOut(const MarketAction &action);
    [[nodiscard]] CommandResult carryOut(const PlaybackCommand &command);
    [[nodiscard]] CommandResult carryOut(const FileCommand &command);

    [[nodiscard]] std::optional<LocalizedText> refuseWhileReplaying() const;

    MarketController &m_market;
    FileCommands &m_files;
    ServerActivity &m_activity;
};

} // namespace ticker
