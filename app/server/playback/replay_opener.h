// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "market_values/playback.h"
#include "server_values/server_config.h"
#include "server_values/server_status.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace ticker {

class ReplayLoader;
class ReplaySource;
struct ReplayError;

/// Opens files to be played: most of them at once, those that must be read as a whole first while others are served. One at a
/// time. Server thread; owned by the market controller.
class ReplayOpener final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplayOpener)

public:
    ReplayOpener();
    ~ReplayOpener() override;

    /// What is to be played, with the symbol of a file that has none; or why it cannot be. Nothing: it takes longer, opened() or
    /// failed() comes, and what was being opened before is stopped.
    [[nodiscard]] Expected<std::optional<ReplaySource>, ServerError> open(const ReplayConfig &config,
                                                                          const QString &symbol);
    [[nodiscard]] bool isOpening() const { return m_loader != nullptr; }
    /// How far it is; nothing: it opens no file.
    [[nodiscard]] std::optional<FileOpening> progress() const;
    /// Of what is being opened nothing is heard any more but stopped().
    void stop();

Q_SIGNALS:
    /// A line for a person: what is done first, and why.
    void reported(const ticker::LocalizedText &line);
    /// The source may be moved from.
    void opened(const ticker::ReplayConfig &config, ticker::ReplaySource &source);
    void failed(const ticker::ServerError &error);
    void stopped();

private:
    void onLoaded(const ReplayConfig &config, const std::optional<ReplayError> &why);

    std::unique_ptr<ReplayLoader> m_loader; ///< Null: nothing is being opened.
    QString m_path;                         ///< Of what is.
};

} // namespace ticker
