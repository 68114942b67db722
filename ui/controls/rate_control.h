// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/rate_scale.h"
#include "market_values/tick_interval.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>

class QPushButton;
class QSlider;

namespace ticker {

class TrimmedSpinBox;

/// Shows the tick interval and lets the user change it: slider, milliseconds, ticks a second, presets, always in
/// step. Main thread; owned by its parent. intervalRequested() is emitted for what the user does and never for
/// showInterval().
class RateControl final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RateControl)

public:
    explicit RateControl(QWidget *parent = nullptr);

    /// What the widgets show now.
    [[nodiscard]] TickInterval interval() const { return m_shown; }

    /// Whether a rate can be chosen; if not, why, or nothing.
    void setAvailable(bool available, const QString &whyNot = {});

public Q_SLOTS:
    /// From a snapshot. Waits while the user drags the slider or types; after a request, the old value that is still
    /// on its way here does not push the slider back.
    void showInterval(ticker::TickInterval interval);

Q_SIGNALS:
    void intervalRequested(ticker::TickInterval interval);

private:
    void setupSlider();
    void setupSpinBoxes();
    void setupPresets();
    void setupLayout();
    void request(const TickInterval &interval);
    void display(const TickInterval &interval);
    void onSliderAction(int action);
    void settle();

    TickInterval m_shown;
    TickInterval m_reported;               ///< The newest from the server.
    std::optional<TickInterval> m_awaited; ///< Asked for and not yet seen in a snapshot.
    QTimer m_patience;                     ///< Ends the wait for m_awaited: the server may have refused it.

    QSlider *m_slider = nullptr;
    TrimmedSpinBox *m_milliseconds = nullptr;
    TrimmedSpinBox *m_hertz = nullptr;
    std::array<QPushButton *, ratePresetsMs.size()> m_presets{};
};

} // namespace ticker
