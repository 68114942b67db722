// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/playback.h"

#include <QFrame>
#include <QTimer>

#include <array>
#include <optional>

class QAction;
class QBoxLayout;
class QCheckBox;
class QLabel;
class QToolButton;

namespace ticker {

class PositionSlider;
class TrimmedSpinBox;

/// The file that is played: where it is, how fast, and the way back to the market. Hidden while there is a market. Main
/// thread; owned by its parent. Asks by a signal, never for what showPlayback() shows.
class PlaybackBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlaybackBar)

public:
    /// The action leads back to the market and stays the window's own.
    explicit PlaybackBar(QAction *leave, QWidget *parent = nullptr);

    /// From a snapshot; nothing: there is a market. What a person changes just now stays as it is; after a command, what is
    /// still on its way here does not take it back.
    void showPlayback(const std::optional<Playback> &playback, bool paused);

Q_SIGNALS:
    void steered(const ticker::PlaybackCommand &command);

private:
    void setupTexts();
    void setupSteering();
    void setupPresets();
    void setupLayout(QAction *leave);
    QLabel *makeText(const QString &name);
    [[nodiscard]] std::array<QWidget *, 7> steeringWidgets() const;
    void request(const PlaybackCommand &command);
    void display();
    void displaySteering(const Playback &playback);

    std::optional<Playback> m_reported; ///< The newest from the server.
    bool m_paused = false;
    QTimer m_patience; ///< After a command, until what comes from the server has it.

    static constexpr std::array presets{1, 10, 100};

    // Owned by Qt's parent-child tree.
    QLabel *m_name = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_moment = nullptr;
    QLabel *m_reading = nullptr;
    QLabel *m_leftOut = nullptr;
    QLabel *m_share = nullptr;
    QLabel *m_error = nullptr;
    PositionSlider *m_position = nullptr;
    TrimmedSpinBox *m_speed = nullptr;
    std::array<QToolButton *, presets.size()> m_presets{};
    QCheckBox *m_loop = nullptr;
    QCheckBox *m_skipGaps = nullptr;
};

} // namespace ticker
