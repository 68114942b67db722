// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop_values/look_settings.h"

#include <QGroupBox>

class QCheckBox;
class QComboBox;

namespace ticker {

/// How the program looks and what it tells. Main thread; owned by its parent.
class LookSection final : public QGroupBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LookSection)

public:
    explicit LookSection(QWidget *parent = nullptr);

    void showLook(const LookSettings &look);

Q_SIGNALS:
    void chosen(const ticker::LookSettings &look);

private:
    void tell();

    QComboBox *m_theme = nullptr;
    QComboBox *m_trayIcon = nullptr;
    QComboBox *m_rising = nullptr;
    QCheckBox *m_notifications = nullptr;
};

} // namespace ticker
