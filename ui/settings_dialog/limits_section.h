// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server_values/chosen_limits.h"

#include <QGroupBox>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace ticker {

/// Those limits of the server that may be chosen. Main thread; owned by its parent.
class LimitsSection final : public QGroupBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LimitsSection)

public:
    explicit LimitsSection(QWidget *parent = nullptr);

    void showLimits(const ChosenLimits &limits);

Q_SIGNALS:
    void chosen(const ticker::ChosenLimits &limits);

private:
    void setupLayout();
    [[nodiscard]] QSpinBox *makeNumber(const QString &name, const QString &accessibleName, int least, int most);
    void tell();

    ChosenLimits m_shown;
    QSpinBox *m_connections = nullptr;
    QSpinBox *m_sessions = nullptr;
    QSpinBox *m_unsent = nullptr; ///< Of mebibytes.
    QSpinBox *m_pingInterval = nullptr;
    QSpinBox *m_pingTimeout = nullptr;
    QComboBox *m_slowClients = nullptr;
    QCheckBox *m_jsonp = nullptr;
};

} // namespace ticker
