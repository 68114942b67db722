// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/market_action.h"

#include <QHash>
#include <QStringList>
#include <QWidget>

class QAction;
class QBoxLayout;
class QComboBox;
class QMenu;

namespace ticker {

class TrimmedSpinBox;

/// What can be done to the running market, of one instrument or of all. Each button is also an entry of a menu. Main
/// thread; owned by its parent. Asks by signals and keeps no state of the market: what holds is the server's.
class MarketControl final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarketControl)

public:
    explicit MarketControl(QWidget *parent = nullptr);

    /// Adds an entry for each button, with its shortcut, and one that leads to the chooser.
    void addTo(QMenu *menu);
    /// The instruments to choose from. What is chosen stays chosen if it is among them; if not, all are.
    void showSymbols(const QStringList &symbols);
    /// Whether there is a market to act on; if not, why, or nothing. Buttons and menu entries alike.
    void setAvailable(bool available, const QString &whyNot = {});
    /// The one that is chosen; empty for all.
    [[nodiscard]] QString symbol() const;

Q_SIGNALS:
    void singleTickWanted();
    void actionChosen(const ticker::MarketAction &action);

private:
    void setupActions();
    void setupFields();
    void setupChooser();
    void setupLayout();
    QAction *makeAction(const QString &name, const QString &text, const QString &toolTip, int key);
    /// Asks for an action of this kind; its value is @p value, or the field's when there is one.
    void connectAction(QAction *action, MarketAction::Kind kind, TrimmedSpinBox *field, double value = 0);
    void addButton(QBoxLayout *row, QAction *action, TrimmedSpinBox *field = nullptr);

    QStringList m_symbols;
    QString m_whyNot;
    QHash<QObject *, QString> m_toolTips; ///< Of actions and fields while there is a market.

    // Owned by Qt's parent-child tree.
    QComboBox *m_chooser = nullptr;
    TrimmedSpinBox *m_spikePercent = nullptr;
    TrimmedSpinBox *m_crashPercent = nullptr;
    TrimmedSpinBox *m_driftPercent = nullptr;
    TrimmedSpinBox *m_burstTicks = nullptr;
    QAction *m_singleTick = nullptr;
    QAction *m_choose = nullptr;
    QAction *m_spike = nullptr;
    QAction *m_crash = nullptr;
    QAction *m_drift = nullptr;
    QAction *m_burst = nullptr;
    QAction *m_halt = nullptr;
    QAction *m_resume = nullptr;
    QAction *m_flatOn = nullptr;
    QAction *m_flatOff = nullptr;
};

} // namespace ticker
