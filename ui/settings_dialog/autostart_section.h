// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings_dialog/preferences.h"

#include <QGroupBox>

class QCheckBox;
class QLabel;

namespace ticker {

/// Whether the program starts when the user logs in. Main thread; owned by its parent.
class AutostartSection final : public QGroupBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AutostartSection)

public:
    explicit AutostartSection(QWidget *parent = nullptr);

    void showStart(const Autostart &start);

Q_SIGNALS:
    void chosen(const ticker::Autostart &start);

private:
    void tell();

    QCheckBox *m_on = nullptr;
    QCheckBox *m_hidden = nullptr;
    QLabel *m_explanation = nullptr;
};

} // namespace ticker
